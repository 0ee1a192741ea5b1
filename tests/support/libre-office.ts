import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Heavy specs open what offices hand in with a program that is not ours; `npm run test:full` installs it. */
export const withLibreOffice = process.env.TEST_FULL === '1';

/**
 * Opens a file headless and saves it in another form (or the same), as an office would.
 * @param to a file type, or a type with a filter: `xlsx`, `txt:Text (encoded):UTF8`
 */
export async function throughLibreOffice(file: Buffer, from: 'xlsx' | 'docx', to: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-office-'));
  try {
    const source = join(folder, `paper.${from}`);
    writeFileSync(source, file);
    const out = join(folder, 'saved');
    const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to];
    await promisify(execFile)('soffice', [...args, '--outdir', out, source], { timeout: 300_000 });
    return readFileSync(join(out, `paper.${to.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
