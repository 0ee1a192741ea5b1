import {
  formatMonthDayWeekday,
  messageKinds,
  messageKindWords,
  type CallOf,
  type MessageDetail,
  type messageEndpoints,
  type MessageKind,
  type OutputOf,
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

type Preview = OutputOf<typeof messageEndpoints.previewReclassify>;

/** What the server says the change would do to the promised day, before it is made. */
export function effectOf(preview: Preview): string {
  const { fromDueOn, dueOn, lengthened, provisional, refusal } = preview;
  if (refusal) return refusal.message;
  const [before, after] = [formatMonthDayWeekday(fromDueOn), formatMonthDayWeekday(dueOn)];
  const mark = provisional ? '（暂定，以国务院办公厅通知为准）' : '';
  if (dueOn === fromDueOn) return `期限不变，仍是 ${after}${mark}。`;
  if (!lengthened) return `期限提前到 ${after}${mark}，原来是 ${before}。`;
  return `期限延到 ${after}${mark}，原来是 ${before}。变长只许一次，会告诉留言人。`;
}

/** What the preview is asked for. */
export const previewInput = (
  to: MessageClass,
  id: number,
): CallOf<typeof messageEndpoints.previewReclassify> => ({
  id,
  kind: kindOf(to),
  simple: to === 'simple' ? 'true' : 'false',
});

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
