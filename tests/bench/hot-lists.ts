import type { LightDay } from '@sunledger/shared-types';
import { TaskDayService } from '../../backend/src/features/task/task-day.service';
import { RegionService } from '../../backend/src/features/region/region.service';
import type { TestApp } from '../support/app';
import { statementsOf, type Statement } from '../support/query-plan';
import { LARGE_REGION } from './bulk-data';

/** One hot list as the bare server needs it: which statements, and which mapper makes the answer of their rows. */
export interface HotList {
  readonly title: string;
  /** Path and query under /api/v1, the same on both servers. */
  readonly path: string;
  readonly answer: 'tasks' | 'plan' | 'messages';
  readonly statements: readonly Statement[];
  readonly limit: number;
  /** What the product keeps in memory between requests, handed to the bare server once. */
  readonly kept: { readonly regionCode: string; readonly light: LightDay };
}

const LIMIT = 20;

/** The lists of issue 1, part 9, over the large region of the bulk data. */
export async function hotLists(app: TestApp): Promise<HotList[]> {
  const region = await app.get(RegionService).byCode(app.ctx(), LARGE_REGION);
  const { light } = await app.get(TaskDayService).of(app.ctx(), region.id);
  const of = `region=${LARGE_REGION}&limit=${LIMIT}`;
  const unit = await firstOf(
    app,
    `/tasks?${of}`,
    (body: { items: { leadUnits: { id: number }[] }[] }) => body.items[0]?.leadUnits[0]?.id,
  );
  const plan = await firstOf(
    app,
    `/regions/${LARGE_REGION}/plans?limit=1`,
    (body: { items: { id: number }[] }) => body.items[0]?.id,
  );
  const lists = [
    { title: '任务台账 task list', path: `/tasks?${of}`, answer: 'tasks' },
    { title: '任务台账·按单位 by unit', path: `/tasks?${of}&unit=${unit}`, answer: 'tasks' },
    { title: '任务台账·按状态 by light', path: `/tasks?${of}&light=onTrack`, answer: 'tasks' },
    { title: '要点详情 plan detail', path: `/plans/${plan}`, answer: 'plan' },
    { title: '公开答复 message list', path: `/messages?${of}`, answer: 'messages' },
  ] as const;
  const hot: HotList[] = [];
  for (const list of lists) {
    const get = (): Promise<Response> => app.api.raw(`/api/v1${list.path}`);
    // The second call: what the product keeps in memory (regions, calendars) asks the database no more.
    await get();
    const statements = await statementsOf(app.database, get);
    hot.push({ ...list, statements, limit: LIMIT, kept: { regionCode: LARGE_REGION, light } });
  }
  return hot;
}

async function firstOf<B>(
  app: TestApp,
  path: string,
  pick: (body: B) => number | undefined,
): Promise<number> {
  const answer = await app.api.raw(`/api/v1${path}`);
  const found = pick((await answer.json()) as B);
  if (found === undefined) throw new Error(`nothing at ${path}`);
  return found;
}
