import { addDays } from '@sunledger/shared-types';

/** Why a unit is reminded of a task, the most pressing first. */
export const reminderStages = ['overdue', 'today', 'in3', 'in10', 'stale'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** What is late or quiet is told again after so many days; a due date at 10 and 3 working days and on the day. */
export const REPEAT_DAYS = 30;
export const FIRST_DAYS = 10;
const SECOND_DAYS = 3;

export interface Remindable {
  readonly dueOn: string | null;
  /** Working days from tomorrow to the due date; null without one. */
  readonly workingDaysLeft: number | null;
  readonly stale: boolean;
}

/** The reminders there were, as stage → the latest `about`. */
export type Told = ReadonlyMap<ReminderStage, string>;

/**
 * The reminder that is due for a task today, or null. One at most, the most pressing: what a late server
 * missed is not told any more when a nearer stage has come. Pure.
 */
export function reminderDue(
  task: Remindable,
  told: Told,
  today: string,
): { stage: ReminderStage; about: string } | null {
  const { dueOn, workingDaysLeft, stale } = task;
  if (dueOn !== null && today > dueOn) return repeated('overdue', told, today);
  if (dueOn !== null && workingDaysLeft !== null && workingDaysLeft <= FIRST_DAYS) {
    const stage = workingDaysLeft <= 0 ? 'today' : workingDaysLeft <= SECOND_DAYS ? 'in3' : 'in10';
    return told.get(stage) === dueOn ? null : { stage, about: dueOn };
  }
  return stale ? repeated('stale', told, today) : null;
}

function repeated(
  stage: ReminderStage,
  told: Told,
  today: string,
): { stage: ReminderStage; about: string } | null {
  const last = told.get(stage);
  return last !== undefined && last > addDays(today, -REPEAT_DAYS) ? null : { stage, about: today };
}

const words: Record<ReminderStage, string> = {
  overdue: '已逾期',
  today: '今天到期',
  in3: '3个工作日内到期',
  in10: '10个工作日内到期',
  stale: '久未更新',
};

/** One sentence for all the tasks of a unit: “2 项已逾期，1 项久未更新，请报送进展”. */
export function digestText(stages: readonly ReminderStage[]): string {
  const parts = reminderStages
    .map((stage) => ({ stage, count: stages.filter((each) => each === stage).length }))
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => `${count} 项${words[stage]}`);
  return `本单位的任务：${parts.join('，')}，请报送进展`;
}
