import { readSheet } from 'read-excel-file/node';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';

export type Cells = (string | number | null)[][];

/** The first sheet of a workbook as its cells. */
export async function cellsOf(workbook: Buffer): Promise<Cells> {
  const rows = await readSheet(workbook, 1);
  return rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? cell : (cell?.toString() ?? null))),
  );
}

/** A workbook with these cells, as another program writes it: nothing of ours is in it but the values. */
export function workbookOf(cells: Cells): Promise<Buffer> {
  const data: SheetData = cells.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  return writeExcelFile(data).toBuffer() as Promise<Buffer>;
}

/** Some part of a workbook as text. */
export function partOf(workbook: Buffer, name: string): string {
  const part = unzipSync(workbook)[name];
  if (!part) throw new Error(`no ${name} in the workbook`);
  return strFromU8(part);
}
