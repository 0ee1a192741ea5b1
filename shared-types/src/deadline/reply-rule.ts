import type { ReplyDays, ReplyRule, WorkingSeason } from './deadline.schema';

/**
 * The rule of a region that has promised nothing else (reply-rule, Counting 7). A region's own numbers
 * are data of that region with the document that makes them.
 */
export const defaultReplyRule: ReplyRule = {
  days: { simple: 1, inquiry: 5, correction: 3, help: 5, suggestion: 7, complaint: 15 },
  startRule: 'nextDay',
  offHoursReceipt: 'asIs',
  cutOff: null,
  dayEnd: '24:00',
  workingHours: [
    {
      from: '01-01',
      sessions: [
        { start: '08:30', end: '12:00' },
        { start: '14:00', end: '17:30' },
      ],
    },
  ],
  promisedIn: null,
};

/** The kinds of message that a rule has days for. */
export type ReplyDaysKind = Exclude<keyof ReplyDays, 'simple'>;

/** The working days promised for a message; `simple` matters for inquiries only. */
export function promisedWorkingDays(rule: ReplyRule, kind: ReplyDaysKind, simple = false): number {
  return kind === 'inquiry' && simple ? rule.days.simple : rule.days[kind];
}

/** The working hours in force on a date (`YYYY-MM-DD`), and when business opens and closes (`HH:mm`). */
export function workingHoursOn(
  rule: ReplyRule,
  date: string,
): { sessions: WorkingSeason['sessions']; open: string; close: string } {
  const monthDay = date.slice(5);
  const lastFirst = [...rule.workingHours].sort((a, b) => (a.from > b.from ? -1 : 1));
  // Before the first season of the year the last one of the year before is still in force.
  const season = lastFirst.find((each) => each.from <= monthDay) ?? lastFirst[0];
  const sessions = season?.sessions ?? [];
  const open = sessions.reduce((first, each) => (each.start < first ? each.start : first), '24:00');
  const close = sessions.reduce((last, each) => (each.end > last ? each.end : last), '00:00');
  if (sessions.length === 0) throw new RangeError('a reply rule needs working hours');
  return { sessions, open, close };
}

/** One Chinese sentence that says how the rule counts. */
export function replyRuleText(rule: Omit<ReplyRule, 'days'>): string {
  const start =
    rule.startRule === 'nextDay'
      ? '收到当日不计入，从次日起数工作日'
      : '工作日下班前收到的当日即为第1个工作日，其他时间收到的从次日起数';
  const offHours =
    rule.offHoursReceipt === 'asIs'
      ? ''
      : `；休息日或工作日${rule.cutOff ?? '下班'}后收到的，视为下一个工作日收到`;
  const end = rule.dayEnd === '24:00' ? '到期日24:00前答复为按时' : '到期日下班前答复为按时';
  return `${start}${offHours}；${end}`;
}
