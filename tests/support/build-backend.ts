import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the built backend lies. */
export const backendDist = resolve(__dirname, '../../backend/dist');

/** Builds the server when it is stale: a process under test is the built one, as in production. */
export function buildBackend(): void {
  const build = pathToFileURL(resolve(__dirname, '../../backend/bin/build.mjs')).href;
  const script = `import { buildIfStale } from ${JSON.stringify(build)}; await buildIfStale('shared-types', 'backend');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
