import type { EvidenceKind, TaskUnit } from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import { flagOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { TaskStanding } from './task.entity';

/** A task as it is stored; its light is computed from it and the day. */
export interface TaskFacts {
  id: number;
  regionId: number;
  planId: number;
  pointId: number | null;
  no: string | null;
  text: string;
  year: number;
  section: string | null;
  groupName: string | null;
  leadUnits: TaskUnit[];
  responsibleUnits: TaskUnit[];
  deadlineText: string | null;
  dueOn: string | null;
  continuous: boolean;
  published: boolean;
  percent: number;
  lastProgressOn: string | null;
  closed: boolean;
  finishedOn: string | null;
  livelihood: boolean;
  listOrder: number;
  standing: TaskStanding | null;
  /** Everybody may open it although it stands in no list. */
  shown: boolean;
  parentId: number | null;
  place: string | null;
  parts: number;
  asks: EvidenceKind[];
  checkerId: number | null;
  doubtful: boolean;
}

export const toTaskFacts = (row: Row): TaskFacts => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  planId: numberOf(row.plan_id),
  pointId: numberOrNull(row.point_id),
  no: textOrNull(row.no),
  text: textOfRow(row.text),
  year: numberOf(row.year),
  section: textOrNull(row.section),
  groupName: textOrNull(row.group_name),
  leadUnits: jsonOf(row.lead_units),
  responsibleUnits: jsonOf(row.responsible_units),
  deadlineText: textOrNull(row.deadline_text),
  dueOn: textOrNull(row.due_on),
  continuous: flagOf(row.continuous),
  published: flagOf(row.published),
  percent: numberOf(row.percent),
  lastProgressOn: textOrNull(row.last_progress_on),
  closed: flagOf(row.closed),
  finishedOn: textOrNull(row.finished_on),
  livelihood: row.livelihood !== null && flagOf(row.livelihood),
  listOrder: numberOf(row.list_order),
  standing: textOrNull(row.standing) as TaskStanding | null,
  shown: flagOf(row.shown),
  parentId: numberOrNull(row.parent_id),
  place: textOrNull(row.place),
  parts: numberOf(row.parts),
  asks: row.asks === null ? [] : jsonOf<EvidenceKind[]>(row.asks),
  checkerId: numberOrNull(row.checker_id),
  doubtful: flagOf(row.doubtful),
});
