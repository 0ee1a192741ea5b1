import {
  addDays,
  isChinaDate,
  MAX_WORKING_DAYS,
  replyRuleText,
  type ReplyDays,
  type ReplyRule,
} from '@sunledger/shared-types';
import { hoursAsText, hoursOf, isTime } from './hours-text';

export type DayKind = keyof ReplyDays;

/** In the order people ask for them. */
export const dayKinds: readonly { kind: DayKind; label: string }[] = [
  { kind: 'simple', label: '简单咨询' },
  { kind: 'inquiry', label: '其他咨询' },
  { kind: 'help', label: '求助' },
  { kind: 'correction', label: '纠错' },
  { kind: 'suggestion', label: '建议' },
  { kind: 'complaint', label: '投诉' },
];

export interface RuleForm {
  effectiveFrom: string;
  source: string;
  days: Record<DayKind, string>;
  startRule: ReplyRule['startRule'];
  offHoursReceipt: ReplyRule['offHoursReceipt'];
  /** `HH:mm`; empty for the close of business. */
  cutOff: string;
  dayEnd: ReplyRule['dayEnd'];
  /** The working hours, one season a line. */
  hours: string;
}

export function formOf(rule: ReplyRule, today: string): RuleForm {
  const { startRule, offHoursReceipt, cutOff, dayEnd, workingHours } = rule;
  return {
    effectiveFrom: addDays(today, 1),
    source: '',
    days: daysAsText(rule.days),
    startRule,
    offHoursReceipt,
    cutOff: cutOff ?? '',
    dayEnd,
    hours: hoursAsText(workingHours),
  };
}

export const daysAsText = (days: ReplyDays): RuleForm['days'] => ({
  simple: String(days.simple),
  inquiry: String(days.inquiry),
  help: String(days.help),
  correction: String(days.correction),
  suggestion: String(days.suggestion),
  complaint: String(days.complaint),
});

const daysOf = (text: string): number | null => {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= MAX_WORKING_DAYS ? days : null;
};

/** What is wrong with a number of days, or undefined. */
export const daysProblem = (text: string): string | undefined =>
  daysOf(text) === null ? `请填 1 到 ${MAX_WORKING_DAYS} 的整数` : undefined;

/** What is wrong with the time from which a message counts as sent out of hours, or undefined. */
export const cutOffProblem = (text: string): string | undefined =>
  text.trim() === '' || isTime(text.trim()) ? undefined : '请写成 17:00 的样子，不填就是下班时间';

/** The knobs of the form beside the days, or null while something is wrong. */
function knobsOf(form: RuleForm): Omit<ReplyRule, 'days' | 'promisedIn'> | null {
  const workingHours = hoursOf(form.hours);
  if (workingHours === null || cutOffProblem(form.cutOff) !== undefined) return null;
  const { startRule, offHoursReceipt, dayEnd } = form;
  const deemed = offHoursReceipt === 'deemNextWorkday';
  return {
    startRule,
    offHoursReceipt,
    cutOff: deemed ? form.cutOff.trim() || null : null,
    dayEnd,
    workingHours,
  };
}

/** What to send, or null while something is missing. */
export function ruleToSend(form: RuleForm, today: string) {
  const numbers = dayKinds.map(({ kind }) => [kind, daysOf(form.days[kind])] as const);
  if (numbers.some(([, days]) => days === null)) return null;
  if (!isChinaDate(form.effectiveFrom) || form.effectiveFrom <= today) return null;
  if (form.source.trim().length < 4) return null;
  const knobs = knobsOf(form);
  if (knobs === null) return null;
  return {
    ...knobs,
    days: Object.fromEntries(numbers) as ReplyDays,
    effectiveFrom: form.effectiveFrom,
    source: form.source.trim(),
  };
}

/** “简单咨询 5 → 3 个工作日” lines: what the new promise changes. */
export function changedLines(form: RuleForm, current: ReplyRule): string[] {
  const lines = dayKinds.flatMap(({ kind, label }) => {
    const [before, after] = [current.days[kind], daysOf(form.days[kind])];
    return after === null || after === before ? [] : [`${label}：${before} → ${after} 个工作日`];
  });
  const knobs = knobsOf(form);
  if (knobs === null) return lines;
  const next = replyRuleText({ ...current, ...knobs });
  const hours = hoursAsText(knobs.workingHours) !== hoursAsText(current.workingHours);
  return [
    ...lines,
    ...(next === replyRuleText(current) ? [] : [next]),
    ...(hours ? [`办公时间：${knobs.workingHours.map((season) => hoursAsText([season])).join('；')}`] : []),
  ];
}
