// `node --require tests/support/swc-register.cjs some.ts`: runs TypeScript of this repository without a build.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const contract = resolve(__dirname, '../../shared-types/src/index.ts');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === '@sunledger/shared-types' ? contract : resolveFilename(request, ...rest);

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
