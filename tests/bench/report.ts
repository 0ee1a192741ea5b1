import { cpus } from 'node:os';
import type { ImportTime } from './import-times';
import type { Compared } from './rounds';
import type { SweepTime } from './sweep-times';

type Cell = string | number;

/** A markdown table, as the README holds it. */
function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

export const compareTable = (all: readonly Compared[]): string =>
  table(
    [
      '每秒请求 requests/s',
      'ratio',
      'product',
      'bare',
      'p50 ms',
      'p99 ms',
      'CPU µs/request',
      'rows read',
      'KB',
    ],
    all.map(({ list, ratio, product, bare, bytes, rows }) => [
      list.title,
      ratio.toFixed(2),
      whole(product.requestsPerSecond),
      whole(bare.requestsPerSecond),
      `${whole(product.p50)} : ${whole(bare.p50)}`,
      `${whole(product.p99)} : ${whole(bare.p99)}`,
      `${whole(product.cpu)} : ${whole(bare.cpu)}`,
      whole(rows),
      (bytes / 1000).toFixed(1),
    ]),
  );

export const importTable = (all: readonly ImportTime[]): string =>
  table(
    ['识别要点 import', 'KB', 'tasks', 'ms', 'ms/MB'],
    all.map(({ title, kilobytes, tasks, milliseconds }) => [
      title,
      kilobytes.toFixed(0),
      tasks,
      milliseconds.toFixed(1),
      whole(milliseconds / (kilobytes / 1000)),
    ]),
  );

export const sweepTable = (all: readonly SweepTime[]): string =>
  table(
    [
      '时钟巡检 sweep: open messages stored',
      'due',
      'ms',
      'ms/due',
      'rows read/due',
      'rows written/due',
      'nothing due: ms',
      'rows read',
    ],
    all.map((time) => [
      whole(time.stored),
      whole(time.due),
      whole(time.milliseconds),
      (time.milliseconds / time.due).toFixed(2),
      (time.rowsRead / time.due).toFixed(1),
      (time.rowsWritten / time.due).toFixed(1),
      time.idleMilliseconds.toFixed(1),
      whole(time.idleRowsRead),
    ]),
  );

export const otherTable = (facts: readonly (readonly [string, string])[]): string =>
  table(['其他 other', ''], facts);

export const machineLine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}; database, both servers and the load on one machine`;
