import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { DocumentError } from '../documents/document-error';
import { checkZip, zipDirectory } from '../documents/zip-guard';

/** A sheet as text: dates are `YYYY-MM-DD`, empty cells the empty text. Rows count from 0. */
export interface ReadSheet {
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold a formula, such as `B7`: their value is not what a person wrote. */
  readonly formulas: readonly string[];
}

const MOST_ROWS = 30_000;
const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

/**
 * The first sheet of an .xlsx file. Throws DOCUMENT_TYPE_UNSUPPORTED for what is none, DOCUMENT_BOMB for what
 * would unpack into too much, DOCUMENT_UNREADABLE for what is damaged.
 */
export async function readFirstSheet(bytes: Buffer): Promise<ReadSheet> {
  const notExcel = '这不是 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存为 .xlsx 后再试。';
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) {
    throw new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', notExcel);
  }
  const entries = zipDirectory(bytes);
  checkZip(entries);
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    throw new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', notExcel);
  }
  try {
    const data = await readSheet(bytes, 1);
    if (data.length > MOST_ROWS) throw new DocumentError('DOCUMENT_TOO_LARGE', `表格超过 ${MOST_ROWS} 行。`);
    return { rows: data.map((cells) => cells.map(textOf)), formulas: formulasOf(bytes) };
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('DOCUMENT_UNREADABLE');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // Excel ends lines with CR LF when a text was pasted.
  return String(cell).replace(/\r\n?/g, '\n').trim();
}

function formulasOf(bytes: Buffer): string[] {
  const parts = unzipSync(bytes, { filter: (file) => file.name === FIRST_SHEET });
  const xml = parts[FIRST_SHEET] ? strFromU8(parts[FIRST_SHEET]) : '';
  return [...xml.matchAll(/<c [^>]*?r="([A-Z]+\d+)"[^>]*>\s*<f[ />]/g)].map((match) => match[1] ?? '');
}
