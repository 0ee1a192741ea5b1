import { getDocumentProxy } from 'unpdf';
import { DocumentError } from './document-error';

const maxPages = 500;

/** One run of letters on a page; `y` grows upwards. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A PDF with a text layer → text; columns that stand apart are told apart by tabs. A scan throws DOCUMENT_NO_TEXT. */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  const pages: string[] = [];
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes));
    if (pdf.numPages > maxPages)
      throw new DocumentError('DOCUMENT_TOO_LARGE', `PDF 超过 ${maxPages} 页，请只保留工作要点部分后再试。`);
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      const runs: PdfRun[] = [];
      for (const item of content.items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, , , , x, y] = item.transform as number[];
        runs.push({ text: item.str, x, y, width: item.width, height: item.height || 10 });
      }
      pages.push(pageText(runs));
    }
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const password = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentError('DOCUMENT_UNREADABLE', password ? 'PDF 有密码，请去掉密码后再试。' : undefined);
  }
  const text = pages.join('\n\n');
  if (text.replace(/\s+/g, '').length < 10 * pages.length && text.replace(/\s+/g, '').length < 50)
    throw new DocumentError('DOCUMENT_NO_TEXT');
  return text;
}

/** Runs → lines: those of one height make a line; a gap wider than a letter and a half is a column. */
export function pageText(runs: readonly PdfRun[]): string {
  const lines: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (
      line !== undefined &&
      Math.abs(line[0].y - run.y) <= Math.max(2, Math.min(line[0].height, run.height) * 0.4)
    )
      line.push(run);
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
