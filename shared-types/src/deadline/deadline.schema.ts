import * as z from 'zod/mini';

import { isChinaDate } from './china-date';

/**
 * What the deadline library takes and gives, as plain data: the rule of a region, the calendar's
 * building blocks, and the explanation of a due date that citizens and staff can open from the date.
 */

const ChinaDate = z
  .string('请填写日期')
  .check(z.refine((text) => isChinaDate(text), '日期请写成 2026-11-23 的样子，并且确有这一天'));
const ClockTime = z
  .string('请填写时刻')
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻请写成 17:30 的样子'));

/** The most working days a promise can have; about one year. */
export const MAX_WORKING_DAYS = 250;

const PromisedDays = z
  .number('请填写工作日数')
  .check(
    z.int('工作日数应为整数'),
    z.minimum(1, '工作日数至少为 1'),
    z.maximum(MAX_WORKING_DAYS, `工作日数最多为 ${MAX_WORKING_DAYS}`),
  );

/** Promised working days per kind of message; `simple` is a simple inquiry, `inquiry` every other one. */
export const ReplyDays = z.object({
  simple: PromisedDays,
  inquiry: PromisedDays,
  correction: PromisedDays,
  help: PromisedDays,
  suggestion: PromisedDays,
  complaint: PromisedDays,
});
export type ReplyDays = z.infer<typeof ReplyDays>;

export const WorkingSession = z
  .object({ start: ClockTime, end: ClockTime })
  .check(z.refine((session) => session.start < session.end, '开始时刻应早于结束时刻'));
export type WorkingSession = z.infer<typeof WorkingSession>;

/** Working hours from a day of the year (`MM-DD`) until the next season begins; the last runs on into January. */
export const WorkingSeason = z.object({
  from: z
    .string('请填写起始月日')
    .check(z.refine((text) => isChinaDate(`2028-${text}`), '起始月日请写成 05-01 的样子')),
  sessions: z.array(WorkingSession).check(z.minLength(1, '每季至少有一段办公时间')),
});
export type WorkingSeason = z.infer<typeof WorkingSeason>;

/** The knobs of a region's reply rule (reply-rule, Counting 7). */
export const ReplyRule = z.object({
  days: ReplyDays,
  /** Whether the day of receipt is day zero (民法典第二百零一条) or counts when received in working time. */
  startRule: z.enum(['nextDay', 'sameDayIfInHours'], '起算方式不正确'),
  /** Whether a message sent out of hours keeps its date or counts as received on the next working day. */
  offHoursReceipt: z.enum(['asIs', 'deemNextWorkday'], '非工作时间收到的处理方式不正确'),
  /** From this time of a working day a message is out of hours; null is the close of business. */
  cutOff: z.nullable(ClockTime),
  /** When the last day ends: at midnight, or at the close of business. */
  dayEnd: z.enum(['24:00', 'closeOfBusiness'], '截止时刻不正确'),
  workingHours: z.array(WorkingSeason).check(z.minLength(1, '至少有一季办公时间')),
  /** The document that makes the promise, to be shown beside the date; null for the product's defaults. */
  promisedIn: z.nullable(z.string()),
});
export type ReplyRule = z.infer<typeof ReplyRule>;

/** A region's own day: off or at work, with the decision behind it (reply-rule, Counting 6). */
export const WorkCalendarOverride = z.object({
  date: ChinaDate,
  working: z.boolean('请选择上班或休息'),
  decision: z.string('请填写依据的决定').check(z.trim(), z.minLength(1, '请填写依据的决定')),
});
export type WorkCalendarOverride = z.infer<typeof WorkCalendarOverride>;

export const HolidayRange = z
  .object({ from: ChinaDate, to: ChinaDate, name: z.string().check(z.minLength(1, '请填写节日名称')) })
  .check(z.refine((range) => range.from <= range.to, '放假的结束日期不能早于开始日期'));
export type HolidayRange = z.infer<typeof HolidayRange>;

/** One year of the State Council's arrangement: the holidays by name and the weekends worked for them. */
export const CalendarYear = z.object({
  year: z
    .number('请填写年份')
    .check(z.int('年份应为整数'), z.minimum(2000, '年份不正确'), z.maximum(2999, '年份不正确')),
  source: z.string('请填写通知文号').check(z.minLength(1, '请填写通知文号')),
  ranges: z.array(HolidayRange).check(z.minLength(1, '至少有一个节日')),
  workWeekends: z.array(ChinaDate),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Why a day works or not. */
export const DayBasis = z.enum(['override', 'makeUp', 'holiday', 'statutory', 'weekend', 'weekday']);
export type DayBasis = z.infer<typeof DayBasis>;

/** One day of an explanation: `counted` is its ordinal among the working days, 0 when it is skipped. */
export const DueDay = z.object({
  date: z.string(),
  counted: z.number(),
  reason: z.string(),
  basis: DayBasis,
});
export type DueDay = z.infer<typeof DueDay>;

/** The knobs that were applied, and one sentence that says them. */
export const AppliedRule = z.object({
  startRule: z.string(),
  offHoursReceipt: z.string(),
  cutOff: z.nullable(z.string()),
  dayEnd: z.string(),
  promisedIn: z.nullable(z.string()),
  text: z.string(),
});
export type AppliedRule = z.infer<typeof AppliedRule>;

/** A due date with its reason. */
export const DueExplanation = z.object({
  /** The instant of receipt, ISO 8601 +08:00. */
  receivedAt: z.string(),
  /** Its calendar date in Asia/Shanghai. */
  receivedOn: z.string(),
  /** The date the rule treats as the day of receipt; another one only under `deemNextWorkday`. */
  deemedReceivedOn: z.string(),
  workingDays: z.number(),
  dueOn: z.string(),
  /** The first instant that is late, ISO 8601 +08:00. */
  dueAt: z.string(),
  /** True when the count needed a year whose notice is not published. */
  provisional: z.boolean(),
  /** The words to show beside a provisional date, else null. */
  provisionalNote: z.nullable(z.string()),
  rule: AppliedRule,
  calendarVersion: z.string(),
  /** From the first date that the rule counts to `dueOn`, every date once. */
  days: z.array(DueDay),
});
export type DueExplanation = z.infer<typeof DueExplanation>;

/** “暂定…”, shown wherever a provisional date is shown (reply-rule, Counting 4). */
export const PROVISIONAL_NOTE = '暂定，以国务院办公厅通知为准';
