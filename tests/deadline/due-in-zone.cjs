// Runs `due` for many questions inside one process of a given TZ: the zone of a process cannot be changed
// from within Jest. Reads [[receivedAt, workingDays], …] on standard input, prints the answers as JSON.
require('../support/swc-register.cjs');
const { readFileSync } = require('node:fs');
const { runDue } = require('../../backend/src/commands/due-command.ts');

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
