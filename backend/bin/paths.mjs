import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the root package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts path below the root */
export const at = (...parts) => join(root, ...parts);

/** Locks, logs and reports of the launcher; never tracked, safe to delete. */
export const cache = at('.cache');

/**
 * The folder in which the person typed. npm changes into the root before it runs a script and
 * leaves the first folder in INIT_CWD; called by hand from elsewhere the current folder is right,
 * and an INIT_CWD inherited from an outer npm is not.
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
export function typedIn(cwd, env) {
  return cwd === root && env.npm_lifecycle_event && env.INIT_CWD ? env.INIT_CWD : cwd;
}
