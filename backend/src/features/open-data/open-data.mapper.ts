import {
  lengthenedShare,
  lightWords,
  messageKindWords,
  type MessageRow,
  type OpenDataRow,
  type PlanRow,
  type ReplyFigures,
  type ReplyStats,
  type TaskRow,
  type TaskUnit,
} from '@sunledger/shared-types';

/** The date of a wire instant; null stays null. */
const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null;
const namesOf = (units: readonly TaskUnit[]): string[] => units.map((unit) => unit.name);

export const openPlan = (plan: PlanRow): OpenDataRow<'plans'> => ({
  id: plan.id,
  year: plan.year,
  title: plan.title,
  documentNumber: plan.documentNumber,
  issuer: plan.issuer,
  issuedOn: plan.issuedOn,
  printedOn: plan.printedOn,
  disclosure: plan.disclosure,
  publishedOn: dayOf(plan.publishedAt),
  tasks: plan.taskCount,
  ...plan.lights,
});

export const openTask = (task: TaskRow): OpenDataRow<'tasks'> => ({
  id: task.id,
  planId: task.planId,
  year: task.year,
  no: task.no,
  section: task.section,
  group: task.group,
  text: task.text,
  leadUnits: namesOf(task.leadUnits),
  responsibleUnits: namesOf(task.responsibleUnits),
  deadlineText: task.deadlineText,
  dueOn: task.dueOn,
  continuous: task.continuous,
  light: task.light,
  lightWord: lightWords[task.light].word,
  percent: task.percent,
  lastProgressOn: task.lastProgressOn,
  finishedOn: task.finishedOn,
});

/** Without number and name of the author: nothing here leads back to a person. */
export const openMessage = (message: MessageRow): OpenDataRow<'messages'> => ({
  id: message.id,
  kind: message.kind,
  kindWord: messageKindWords[message.kind],
  taskId: message.taskId,
  unit: message.unit.name,
  question: message.text,
  reply: message.replyText,
  receivedOn: dayOf(message.receivedAt),
  dueOn: message.dueOn,
  answeredOn: dayOf(message.answeredAt),
  outcome: message.clock,
});

export function openStats(stats: ReplyStats, by: 'month' | 'unit'): OpenDataRow<'stats'>[] {
  return stats.groups.map((group) => figuresRow(stats, by, group.key, group.name, group));
}

export const openTotal = (stats: ReplyStats): OpenDataRow<'stats'> =>
  figuresRow(stats, 'all', null, null, stats);

const figuresRow = (
  { from, to }: Pick<ReplyStats, 'from' | 'to'>,
  by: 'all' | 'month' | 'unit',
  key: string | null,
  name: string | null,
  figures: ReplyFigures,
): OpenDataRow<'stats'> => ({
  from,
  to,
  by,
  key,
  name,
  total: figures.total,
  onTime: figures.onTime,
  late: figures.late,
  openOverdue: figures.openOverdue,
  notYetDue: figures.notYetDue,
  share: figures.share,
  medianHours: figures.medianHours,
  reclassified: figures.reclassified,
  reclassifiedShare: lengthenedShare(figures),
  declined: figures.declined,
  withdrawn: figures.withdrawn,
});
