import type { KeysetSpec } from '../../core/db/keyset';
import { foundIn } from '../search/lookup.sql';
import { lightIs } from './light.sql';
import { listOrdersOfYear } from './list-order';
import type { TaskListQuery } from './task.repository';
import { updateBandIs } from './update-band.sql';

export const taskColumns =
  't.id, t.region_id, t.plan_id, t.point_id, t.no, t.text, t.year, t.section, t.group_name, t.lead_units, ' +
  't.responsible_units, t.deadline_text, t.due_on, t.continuous, t.published, t.percent, t.last_progress_on, ' +
  't.closed, t.finished_on, t.livelihood, t.list_order, t.standing, t.shown, t.parent_id, t.place, t.parts, t.asks, t.checker_id, ' +
  't.doubtful';

export interface TaskFilter {
  readonly regionId: number;
  readonly planId?: number | undefined;
  readonly unitId?: number | undefined;
  readonly year?: number | undefined;
  readonly livelihood?: boolean;
  readonly latest?: boolean;
  readonly section?: string | undefined;
  /** Shows the tasks of a plan that is not published; the caller has checked who asks. */
  readonly drafts?: boolean;
}

interface Source {
  from: string;
  index: string;
  joins?: string;
  where: string[];
  parameters: (string | number)[];
  /** The column that carries the order of the paper, in the table that is walked. */
  order: string;
}

/** The ledger as one statement over the index that fits the filter: unit, plan, or the whole region. */
export function taskListSpec(query: TaskListQuery): KeysetSpec {
  const { where, parameters, order, ...source } = sourceOf(query);
  const add = (sql: string, more: readonly (string | number)[]) => {
    where.push(sql);
    parameters.push(...more);
  };
  if (query.year !== undefined) {
    const { from, to } = listOrdersOfYear(query.year);
    add(`${order} >= ? AND ${order} < ?`, [from, to]);
  }
  if (query.livelihood) add('t.livelihood = 1', []);
  if (query.latest) add('t.last_progress_on IS NOT NULL', []);
  if (query.section === '') add('t.section IS NULL', []);
  else if (query.section !== undefined) add('t.section = ?', [query.section]);
  if (query.light) {
    const { sql, parameters: more } = lightIs(query.light, query.day);
    add(sql, more);
  }
  if (query.updated) {
    const { sql, parameters: more } = updateBandIs(query.updated, query.day);
    add(sql, more);
  }
  if (query.lookup) {
    const { sql, parameters: more } = foundIn(query.lookup, 'task', 't.id');
    add(sql, more);
  }
  return {
    select: taskColumns,
    ...source,
    where,
    parameters,
    order: query.latest ? newestProgress : [{ column: order, type: 'number', direction: 'asc' }],
    limit: query.limit,
    cursor: query.cursor,
  };
}

const newestProgress: KeysetSpec['order'] = [
  { column: 't.last_progress_on', type: 'string', direction: 'desc' },
  { column: 't.id', type: 'number', direction: 'desc' },
];

/** What moved last in a region; plan and unit are filters on the way. */
function latestSource({ regionId, planId, unitId }: TaskFilter): Source {
  const plan = planId === undefined ? [] : [planId];
  const unit = unitId === undefined ? [] : [unitId];
  return {
    from: 'task t',
    index: 'ix_task_latest',
    where: [
      't.region_id = ?',
      't.published = 1',
      ...plan.map(() => 't.plan_id = ?'),
      ...unit.map(() => 'EXISTS (SELECT 1 FROM task_reach r WHERE r.task_id = t.id AND r.unit_id = ?)'),
    ],
    parameters: [regionId, ...plan, ...unit],
    order: 't.list_order',
  };
}

function sourceOf(filter: TaskFilter): Source {
  const { regionId, planId, unitId, drafts, livelihood, latest } = filter;
  if (latest) return latestSource(filter);
  const shown = [drafts ? 't.standing IS NULL' : 't.published = 1'];
  if (unitId !== undefined) {
    return {
      from: 'task_reach r',
      index: 'ux_task_reach',
      joins: 'JOIN task t ON t.id = r.task_id',
      where: [
        'r.unit_id = ?',
        't.region_id = ?',
        ...shown,
        ...(planId === undefined ? [] : ['t.plan_id = ?']),
      ],
      parameters: [unitId, regionId, ...(planId === undefined ? [] : [planId])],
      order: 'r.list_order',
    };
  }
  if (planId !== undefined) {
    return {
      from: 'task t',
      index: 'ix_task_plan',
      where: ['t.plan_id = ?', 't.region_id = ?', ...shown],
      parameters: [planId, regionId],
      order: 't.list_order',
    };
  }
  return {
    from: 'task t',
    index: livelihood ? 'ix_task_livelihood' : 'ix_task_ledger',
    where: ['t.region_id = ?', 't.published = 1'],
    parameters: [regionId],
    order: 't.list_order',
  };
}
