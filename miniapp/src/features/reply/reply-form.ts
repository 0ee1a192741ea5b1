import { holdingPhraseIn, type CallOf, type messageEndpoints, type ReplyView } from '@sunledger/shared-types';

/** What is kept of a reply while it is being written, also when the page is left. */
export interface ReplyForm {
  text: string;
  /** Why a holding phrase is right here; asked for only while there is one. */
  holdingReason: string;
}

export const replyLimits = { min: 5, max: 3000, reason: 500 } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether what was stored is a form of this version. */
export const isReplyForm = (value: unknown): value is ReplyForm =>
  isRecord(value) && typeof value.text === 'string' && typeof value.holdingReason === 'string';

/** The draft that a reviewer sent back last, unless a newer one has taken its place. */
export function sentBackLast(replies: readonly ReplyView[]): ReplyView | null {
  const newest = [...replies].sort((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1))[0];
  return newest?.status === 'sentBack' ? newest : null;
}

/** What the editor starts with: the words that were sent back, so that nothing is typed twice. */
export const startingForm = (replies: readonly ReplyView[]): ReplyForm => ({
  text: sentBackLast(replies)?.text ?? '',
  holdingReason: '',
});

/** A template or a matched answer goes behind what is written already; never over it. */
export function insertInto(text: string, addition: string): string {
  const before = text.replace(/\s+$/, '');
  return (before === '' ? addition : `${before}\n${addition}`).slice(0, replyLimits.max);
}

/** Places of a template that still have to be filled: ＿＿, ____, ××. */
export const blanksIn = (text: string): number => (text.match(/[＿_]{2,}|×{2,}|[Xx]{3,}/g) ?? []).length;

export type ReplyErrors = Partial<Record<keyof ReplyForm, string>>;

/** What has to be mended before the reply goes to review; empty when it may go. */
export function replyErrorsOf(form: ReplyForm): ReplyErrors {
  const errors: ReplyErrors = {};
  const length = form.text.trim().length;
  const blanks = blanksIn(form.text);
  if (length === 0) errors.text = '请写答复内容。';
  else if (length < replyLimits.min) errors.text = `答复至少 ${replyLimits.min} 个字。`;
  else if (length > replyLimits.max)
    errors.text = `答复最多 ${replyLimits.max} 个字，请删去 ${length - replyLimits.max} 个字。`;
  else if (blanks > 0) errors.text = `还有 ${blanks} 处空白没有填写，请填好或删去。`;
  if (holdingPhraseIn(form.text) !== null && form.holdingReason.trim().length < 2) {
    errors.holdingReason = '请改写这句话，或写明必须这样答复的理由（至少 2 个字）。';
  }
  return errors;
}

/** The call that sends the draft to review. A reason without a holding phrase is left out. */
export function replyInputOf(form: ReplyForm, id: number): CallOf<typeof messageEndpoints.reply> {
  const reason = form.holdingReason.trim();
  const asked = holdingPhraseIn(form.text) !== null && reason !== '';
  return { id, text: form.text.trim(), ...(asked ? { holdingReason: reason } : {}) };
}
