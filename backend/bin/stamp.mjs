import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const neverInput = new Set(['node_modules', 'dist', '.cache', '.swc', 'pictures', 'coverage', '.DS_Store']);

/**
 * Fingerprint of files and whole folders: of their names below `base` and their contents, so that
 * neither a fresh checkout nor a touched file causes needless work. Specs and outputs do not count.
 * @param {string} base
 * @param {string[]} inputs files or folders below `base`; one that is absent counts as absent
 * @param {string[]} settings whatever else makes another result of the same files
 * @returns {string} hex
 */
export function fingerprint(base, inputs, settings = []) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const setting of settings) hash.update(`\0${setting}\0`);
  for (const input of inputs) {
    for (const file of filesOf(base, input))
      hash.update(`\0${file}\0`).update(readFileSync(join(base, file)));
  }
  return hash.digest('hex');
}

/** @param {string} base @param {string} input @returns {string[]} sorted, relative to base, with / */
function filesOf(base, input) {
  const path = join(base, input);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [input];
  return readdirSync(path, { withFileTypes: true })
    .filter(
      (entry) =>
        !neverInput.has(entry.name) && !entry.name.startsWith('dist.') && !/\.spec\.tsx?$/.test(entry.name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(base, `${input}/${entry.name}`));
}

/** @param {string} file @returns {string} what the stamp says, '' when there is none */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** @param {string} file @param {string} value */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value + '\n');
}
