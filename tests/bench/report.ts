import { cpus } from 'node:os';
import type { BoardReport } from './board-times';
import type { ChainTime } from './chain-times';
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

export const chainTable = (all: readonly ChainTime[]): string =>
  table(
    ['逐条核对 walks over every message', 'messages', 's', 'ms/1,000 messages', 'memory, MB more'],
    all.map(({ what, items, milliseconds, memory }) => [
      what,
      whole(items),
      (milliseconds / 1000).toFixed(1),
      (milliseconds / (items / 1000)).toFixed(1),
      whole(memory / 1024 / 1024),
    ]),
  );

export const boardTable = ({ database, times, calls, statements, scans }: BoardReport): string =>
  `${table(
    [
      `看板 boards (${database})`,
      'among many ÷ alone',
      'to the task list',
      'ms alone : among many',
      'rows read',
    ],
    times.map((time) => [
      time.title,
      time.ratio.toFixed(2),
      time.toList.toFixed(1),
      `${time.alone.toFixed(1)} : ${time.amongMany.toFixed(1)}`,
      time.rows ? `${whole(time.rows.alone)} : ${whole(time.rows.amongMany)}` : '–',
    ]),
  )}\n${calls} calls, ${statements} statements explained, ${scans.length} scan a table`;

export const otherTable = (facts: readonly (readonly [string, string])[]): string =>
  table(['其他 other', ''], facts);

export const machineLine = (): string =>
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}; database, both servers and the load on one machine`;
