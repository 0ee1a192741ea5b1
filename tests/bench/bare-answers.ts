import { RealClock } from '../../backend/src/core/clock';
import { nationalCalendar } from '../../backend/src/features/deadline';
import type { Row } from '../../backend/src/core/db/database';
import { jsonOf, numberOf, textOrNull } from '../../backend/src/core/db/row';
import { messageRowOf, type Look } from '../../backend/src/features/message/message.mapper';
import { toPlanDetail } from '../../backend/src/features/plan/plan.mapper';
import { toPlanHead, toPoint } from '../../backend/src/features/plan/plan.repository';
import { toLightCounts } from '../../backend/src/features/task/light-counts.mapper';
import { taskDayOf } from '../../backend/src/features/task/task-day.service';
import { toTaskFacts } from '../../backend/src/features/task/task.facts';
import { toTaskRow } from '../../backend/src/features/task/task.mapper';
import type { HotList } from './hot-lists';

/** Makes the body of an answer from the rows of its statements. */
export type BareAnswer = (results: readonly Row[][]) => unknown;

const bareClock = new RealClock();

/** The product's row mappers, called without the product around them. */
export function bareAnswerOf({ answer, limit, kept }: HotList): BareAnswer {
  switch (answer) {
    case 'tasks': {
      const day = taskDayOf(nationalCalendar, kept.light);
      return ([rows = []]) => pageOf(rows, limit, (row) => toTaskRow(toTaskFacts(row), day));
    }
    case 'messages':
      return ([rows = []]) => {
        const look: Look = {
          now: new Date(),
          audience: 'public',
          clock: bareClock,
          viewerId: null,
          calendarOf: () => null,
        };
        return pageOf(rows, limit, (row) => messageRowOf(row, look));
      };
    case 'plan':
      return ([plans = [], points = [], counts = []]) => {
        const [plan] = plans;
        if (!plan) throw new Error('no plan');
        const whole = {
          ...toPlanHead(plan),
          addressees: textOrNull(plan.addressees),
          overview: textOrNull(plan.overview),
          closing: textOrNull(plan.closing),
          unitLists: jsonOf<[]>(plan.unit_lists),
        };
        const lights = new Map(counts.map((row) => [numberOf(row.group_key), toLightCounts(row)]));
        const desk = { moves: [], reviewNote: null };
        return toPlanDetail(whole, kept.regionCode, points.map(toPoint), lights, desk);
      };
  }
}

/** A page whose cursor is one number, as the hot lists have it. */
function pageOf<T>(
  rows: Row[],
  limit: number,
  map: (row: Row) => T,
): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const cursor = last ? Buffer.from(JSON.stringify([Number(last._k0)])).toString('base64url') : null;
  return { items: shown.map(map), nextCursor: cursor };
}
