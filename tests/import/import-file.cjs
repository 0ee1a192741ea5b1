// `import FILE --dry-run --json` in a process of its own: the PDF library brings an ES module that Jest's require() refuses.
require('../support/swc-register.cjs');
const { importDryRun } = require('../../backend/src/commands/import-command.ts');

const io = { stdout: (text) => process.stdout.write(text), stderr: (text) => process.stderr.write(text) };
importDryRun(process.argv[2], io, { json: true }).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
