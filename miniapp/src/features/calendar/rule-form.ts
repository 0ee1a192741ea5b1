import {
  addDays,
  isChinaDate,
  MAX_WORKING_DAYS,
  replyRuleText,
  type ReplyDays,
  type ReplyRule,
} from '@sunledger/shared-types';

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
  dayEnd: ReplyRule['dayEnd'];
}

export function formOf(rule: ReplyRule, today: string): RuleForm {
  return { effectiveFrom: addDays(today, 1), source: '', days: daysAsText(rule.days), dayEnd: rule.dayEnd };
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

/** What to send, or null while something is missing. What the form does not ask stays as it is in force. */
export function ruleToSend(form: RuleForm, current: ReplyRule, today: string) {
  const numbers = dayKinds.map(({ kind }) => [kind, daysOf(form.days[kind])] as const);
  if (numbers.some(([, days]) => days === null)) return null;
  if (!isChinaDate(form.effectiveFrom) || form.effectiveFrom <= today) return null;
  if (form.source.trim().length < 4) return null;
  const { promisedIn: _promisedIn, ...knobs } = current;
  return {
    ...knobs,
    days: Object.fromEntries(numbers) as ReplyDays,
    dayEnd: form.dayEnd,
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
  return form.dayEnd === current.dayEnd
    ? lines
    : [...lines, replyRuleText({ ...current, dayEnd: form.dayEnd })];
}
