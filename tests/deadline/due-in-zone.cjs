// Runs `due` for many questions inside one process of a given TZ: the zone of a process cannot be changed
// from within Jest. Reads [[receivedAt, workingDays], …] on standard input, prints the answers as JSON.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '..', '..');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === '@sunledger/shared-types'
    ? join(root, 'shared-types/src/deadline/index.ts')
    : resolve.call(Module, request, ...rest);
require.extensions['.ts'] = (module, file) => {
  const options = {
    filename: file,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  };
  const { code } = transformSync(readFileSync(file, 'utf8'), { ...options, module: { type: 'commonjs' } });
  module._compile(code, file);
};
const { runDue } = require(join(root, 'backend/src/commands/due-command.ts'));

async function answer([receivedAt, workingDays]) {
  let out = '';
  const io = { stdout: (text) => (out += text), stderr: (text) => process.stderr.write(text) };
  const status = await runDue([receivedAt, String(workingDays), '--json'], io);
  return { status, ...JSON.parse(out || '{}') };
}

Promise.all(JSON.parse(readFileSync(0, 'utf8')).map(answer)).then(
  (answers) => process.stdout.write(JSON.stringify(answers)),
  (error) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
