import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parsePlan } from '../../backend/src/features/plan-import/parse/parse-plan';
import { paperOf, type PaperRow } from '../support/given/paper';
import { taskText } from './bulk/bulk-texts';
import { median } from './rounds';

export interface ImportTime {
  readonly title: string;
  readonly kilobytes: number;
  readonly tasks: number;
  readonly milliseconds: number;
}

const RUNS = 5;

/** How long reading a paper takes: the seeds when they lie beside the repository, and generated papers. */
export async function importTimes(): Promise<ImportTime[]> {
  const papers: [string, string][] = [];
  const folder = join(process.env.SHARED_DIR ?? resolve(__dirname, '../../../shared'), 'seeds');
  if (existsSync(folder)) {
    for (const [at, name] of (await readdir(folder)).sort().entries()) {
      if (name.endsWith('.txt'))
        papers.push([`真实文件 seed ${at + 1}`, await readFile(join(folder, name), 'utf8')]);
    }
  }
  for (const kilobytes of [100, 1000]) papers.push([`生成 generated ${kilobytes} KB`, generated(kilobytes)]);
  return papers.map(([title, text]) => timed(title, text));
}

function timed(title: string, text: string): ImportTime {
  const times: number[] = [];
  let tasks = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const from = process.hrtime.bigint();
    tasks = parsePlan(text).tasks.length;
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
  }
  return { title, kilobytes: Buffer.byteLength(text) / 1000, tasks, milliseconds: median(times) };
}

/** A notice with a task table as long as it takes. */
function generated(kilobytes: number): string {
  const rows: PaperRow[] = [];
  for (let size = 0; size < kilobytes * 1000;) {
    const at = rows.length;
    const row: PaperRow = [
      String(at + 1),
      taskText(at),
      `县第${(at % 40) + 1}局`,
      '各乡镇人民政府',
      `${(at % 12) + 1}月底前`,
    ];
    size += Buffer.byteLength(row.join('\t')) + 1;
    rows.push(row);
  }
  return paperOf({ rows });
}
