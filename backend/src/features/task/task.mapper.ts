import { lightOf, type TaskRow } from '@sunledger/shared-types';
import type { TaskDay } from './task-day.service';
import type { TaskFacts } from './task.facts';

/** A task as lists show it on a day. */
export function toTaskRow(task: TaskFacts, day: TaskDay): TaskRow {
  const light = lightOf(task, day.light);
  const counts = task.dueOn !== null && !task.closed && light !== 'overdue';
  return {
    id: task.id,
    no: task.no,
    text: task.text,
    year: task.year,
    planId: task.planId,
    pointId: task.pointId,
    section: task.section,
    group: task.groupName,
    leadUnits: task.leadUnits,
    responsibleUnits: task.responsibleUnits,
    deadlineText: task.deadlineText,
    dueOn: task.dueOn,
    continuous: task.continuous,
    light,
    percent: task.percent,
    workingDaysLeft: counts && task.dueOn !== null ? day.workingDaysLeft(task.dueOn) : null,
    finishedOn: task.finishedOn,
    lastProgressOn: task.lastProgressOn,
  };
}
