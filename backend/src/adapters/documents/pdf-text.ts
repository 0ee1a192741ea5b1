import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { DocumentError } from './document-error';
import { rulesOf } from './pdf-rules';
import { tablesOf } from './pdf-tables';

const maxPages = 500;

/** One run of letters on a page; `y` grows upwards. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A PDF with a text layer → text; drawn tables as tab separated rows. A scan throws DOCUMENT_NO_TEXT. */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  giveBufferTransfer();
  const pages: string[] = [];
  try {
    const { OPS } = await getResolvedPDFJS();
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (pdf.numPages > maxPages)
      throw new DocumentError('DOCUMENT_TOO_LARGE', `PDF 超过 ${maxPages} 页，请只保留工作要点部分后再试。`);
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const runs = await runsOf(page);
      const drawn = await page.getOperatorList();
      const { tables, rest } = tablesOf(runs, rulesOf(drawn.fnArray, drawn.argsArray, OPS), pageText);
      pages.push(withTables(rest, tables));
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const password =
      typeof error === 'object' && error !== null && 'name' in error && error.name === 'PasswordException';
    throw new DocumentError('DOCUMENT_UNREADABLE', password ? 'PDF 有密码，请去掉密码后再试。' : undefined);
  }
  const text = pages.join('\n\n');
  const letters = text.replace(/\s+/g, '').length;
  if (letters < 10 * pages.length && letters < 50) throw new DocumentError('DOCUMENT_NO_TEXT');
  return text;
}

/** The words of the first page, none for a scan; throws DOCUMENT_UNREADABLE. */
export async function firstPageText(bytes: Uint8Array): Promise<string> {
  giveBufferTransfer();
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    try {
      return pageText(await runsOf(await pdf.getPage(1)));
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch {
    throw new DocumentError('DOCUMENT_UNREADABLE');
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function runsOf(page: PdfPage): Promise<PdfRun[]> {
  const runs: PdfRun[] = [];
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , x, y] = item.transform as number[];
    runs.push({ text: item.str, x, y, width: item.width, height: item.height || 10 });
  }
  return runs;
}

/** Each table stands where it stands on the page: between the lines above and below it. */
function withTables(rest: readonly PdfRun[], tables: readonly { top: number; text: string }[]): string {
  const parts: string[] = [];
  let above = [...rest];
  for (const table of [...tables].sort((a, b) => b.top - a.top)) {
    parts.push(pageText(above.filter((run) => run.y >= table.top)), table.text);
    above = above.filter((run) => run.y < table.top);
  }
  parts.push(pageText(above));
  return parts.filter((part) => part !== '').join('\n');
}

/** Runs → lines: those of one height make a line; a gap wider than a letter and a half is a column. */
export function pageText(runs: readonly PdfRun[]): string {
  const lines: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const near = Math.max(2, Math.min(line?.[0].height ?? 0, run.height) * 0.4);
    if (line !== undefined && Math.abs(line[0].y - run.y) <= near) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineText).join('\n');
}

function lineText(line: PdfRun[]): string {
  let out = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of line.sort((a, b) => a.x - b.x)) {
    const gap = run.x - end;
    if (out !== '') out += gap > run.height * 1.6 ? '\t' : gap > run.height * 0.3 ? ' ' : '';
    out += run.text;
    end = run.x + run.width;
  }
  return out.trimEnd();
}

/** pdf.js 6 moves buffers with ES2024's transferToFixedLength, which Node 20 does not have yet. */
function giveBufferTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const out = new ArrayBuffer(length);
      new Uint8Array(out).set(new Uint8Array(this).subarray(0, length));
      return out;
    },
  });
}
