import {
  formatMonthDayWeekday,
  messageKinds,
  messageKindWords,
  type CallOf,
  type MessageDetail,
  type messageEndpoints,
  type MessageKind,
  type ReclassifyReason,
  type ReplyDays,
} from '@sunledger/shared-types';

/** What a message may be called; an inquiry is simple or not. */
export const classes = ['simple', ...messageKinds] as const;
export type MessageClass = (typeof classes)[number];

export interface ReclassifyForm {
  to: MessageClass | '';
  reason: ReclassifyReason | '';
  text: string;
}

export const emptyReclassify: ReclassifyForm = { to: '', reason: '', text: '' };

type Classed = Pick<MessageDetail, 'kind' | 'simple'>;

export const classOf = ({ kind, simple }: Classed): MessageClass =>
  kind === 'inquiry' && simple ? 'simple' : kind;

const kindOf = (to: MessageClass): MessageKind => (to === 'simple' ? 'inquiry' : to);

const wordOf = (to: MessageClass): string =>
  to === 'simple' ? '简单咨询' : to === 'inquiry' ? '咨询（非简单）' : messageKindWords[to];

const daysOf = (days: ReplyDays, to: MessageClass): number => (to === 'simple' ? days.simple : days[to]);

/** All classes but the present one, each with what the region promises for it. */
export const classChoices = (
  message: Classed,
  days: ReplyDays | null,
): { value: MessageClass; label: string }[] =>
  classes
    .filter((to) => to !== classOf(message))
    .map((to) => ({ value: to, label: days ? `${wordOf(to)}，${daysOf(days, to)} 个工作日` : wordOf(to) }));

/** What the change does to the promised day, before it is made (reply-rule, Which clock). */
export function effectOf(
  message: Classed & Pick<MessageDetail, 'dueOn' | 'reclassified' | 'clock'>,
  to: MessageClass,
  days: ReplyDays,
): string {
  const present = formatMonthDayWeekday(message.dueOn);
  const [before, after] = [daysOf(days, classOf(message)), daysOf(days, to)];
  if (message.clock === 'overdue' && after !== before) {
    return after > before ? '答复期限已过，不能再变长。' : '答复期限已过，只改类型，期限不变。';
  }
  if (after === before) return `期限不变，仍是 ${present}。`;
  if (after < before) return `期限变短：自今天起数 ${after} 个工作日，不会晚于 ${present}。`;
  if (message.reclassified) return '这条留言已经因改类型延长过一次，不能再变长。';
  return `期限变长：自收到之日起数 ${after} 个工作日，原来是 ${present}。只许一次，会告诉留言人。`;
}

export const reclassifyReady = (form: ReclassifyForm): boolean =>
  form.to !== '' && form.reason !== '' && form.text.trim().length >= 5;

/** The call; null while something is missing. */
export function reclassifyInput(
  form: ReclassifyForm,
  id: number,
): CallOf<typeof messageEndpoints.reclassify> | null {
  if (form.to === '' || form.reason === '' || !reclassifyReady(form)) return null;
  return {
    id,
    kind: kindOf(form.to),
    simple: form.to === 'simple',
    reason: form.reason,
    text: form.text.trim(),
  };
}
