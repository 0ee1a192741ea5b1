import type { TestApp } from '../support/app';
import { statementsOf } from '../support/query-plan';
import { fillWithRegions, type BoardSize } from './board-data';
import { listCalls, type ListCall } from './list-calls';
import { explained, rowsRead } from './query-plans';
import { median } from './rounds';

/** One call of one region, where it is alone and where it is one of many. */
export interface BoardTime {
  readonly title: string;
  readonly alone: number;
  readonly amongMany: number;
  /** Median over the rounds of many ÷ alone within the round. */
  readonly ratio: number;
  /** To the page of tasks within the same round: what a board costs more than a list. */
  readonly toList: number;
  /** What the database touches for it; null on the embedded one, which does not count. */
  readonly rows: { readonly alone: number; readonly amongMany: number } | null;
}

export interface BoardReport {
  readonly database: string;
  readonly times: readonly BoardTime[];
  readonly calls: number;
  readonly statements: number;
  /** What a database would read from end to end, one sentence each. */
  readonly scans: readonly string[];
}

/** What is timed, by the calls of `listCalls` that begin and end so; the first is what all are compared with. */
const TIMED: readonly (readonly [title: string, path: RegExp])[] = [
  ['任务台账 task list', /^\/tasks\?region=bench-aa&$/],
  ['督办看板 officials’ board, month', /\/board$/],
  ['督办看板 officials’ board, year', /^\/regions\/bench-aa\/board\?period=year$/],
  ['单位页 unit’s page', /\/units\/\d+\/board$/],
  ['单位页 unit’s page, year', /\/units\/\d+\/board\?period=year$/],
  ['逾期 tasks by light: overdue', /^\/tasks\?.*light=overdue$/],
  ['临期 tasks by light: due soon', /^\/tasks\?.*light=dueSoon$/],
  ['一个部分 tasks of a section', /^\/tasks\?.*section=/],
  ['一个单位 tasks of a unit', /^\/tasks\?region=bench-aa&unit=\d+$/],
  ['本周新逾期 changed this week: overdue', /changes\?what=overdue.*&$/],
  ['本周销号 changed this week: closed out', /changes\?what=finished.*&$/],
  ['本周进展 changed this week: reported', /changes\?what=reported.*&$/],
  ['要点详情 plan detail', /^\/plans\/\d+$/],
  ['答复统计 reply figures by month', /^\/stats\/replies\?region=bench-aa&by=month$/],
];

/**
 * The same region alone in one database and among many in another, both called in turns: a board that looked at
 * other regions would be slower by their number.
 */
export async function boardTimes(
  alone: TestApp,
  many: TestApp,
  size: BoardSize,
  { rounds, name }: { rounds: number; name: string },
): Promise<BoardReport> {
  await fillWithRegions(alone, { ...size, regions: 1 });
  await fillWithRegions(many, size);
  const calls = [await listCalls(alone), await listCalls(many)] as const;
  const pairs = TIMED.map(([title, path]) => ({
    title,
    alone: { app: alone, call: callOf(calls[0], path) },
    many: { app: many, call: callOf(calls[1], path) },
  }));
  const taken = pairs.map(() => ({ alone: [] as number[], many: [] as number[] }));
  // The first round compiles and fills what is kept; it is not counted.
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, pair] of pairs.entries()) {
      for (const side of round % 2 === 0 ? (['alone', 'many'] as const) : (['many', 'alone'] as const)) {
        const milliseconds = await time(pair[side].app, pair[side].call);
        if (round >= 0) taken[at]?.[side].push(milliseconds);
      }
    }
  }
  const list = taken[0]?.many ?? [];
  const times: BoardTime[] = [];
  for (const [at, pair] of pairs.entries()) {
    const { alone: here = [], many: there = [] } = taken[at] ?? {};
    times.push({
      title: pair.title,
      alone: median(here),
      amongMany: median(there),
      ratio: median(there.map((each, round) => each / (here[round] ?? Number.NaN))),
      toList: median(there.map((each, round) => each / (list[round] ?? Number.NaN))),
      rows:
        many.database.dialect === 'mysql'
          ? { alone: await rowsOf(pair.alone), amongMany: await rowsOf(pair.many) }
          : null,
    });
  }
  const plans = await explained(many, calls[1]);
  return {
    database: name,
    times,
    calls: plans.length,
    statements: new Set(plans.flatMap((call) => call.statements.map(({ sql }) => sql))).size,
    scans: plans.flatMap((call) => call.scans),
  };
}

function callOf(calls: readonly ListCall[], path: RegExp): ListCall {
  const call = calls.find((each) => path.test(each.path));
  if (!call) throw new Error(`no call like ${String(path)}`);
  return call;
}

async function get(app: TestApp, { path, token }: ListCall): Promise<void> {
  const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
  const answer = await app.api.raw(`/api/v1${path}`, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}

async function time(app: TestApp, call: ListCall): Promise<number> {
  const from = process.hrtime.bigint();
  await get(app, call);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

async function rowsOf({ app, call }: { app: TestApp; call: ListCall }): Promise<number> {
  return rowsRead(app, await statementsOf(app.database, () => get(app, call)));
}
