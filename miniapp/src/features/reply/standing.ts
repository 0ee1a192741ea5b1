import { messageStateWords, type MessageDetail } from '@sunledger/shared-types';

type Facts = Pick<MessageDetail, 'mine' | 'moves' | 'status' | 'unit' | 'replies' | 'dueOn'>;

/** The draft that waits for approval. */
export const draftInReview = (
  message: Pick<MessageDetail, 'replies'>,
): MessageDetail['replies'][number] | null =>
  message.replies.find((reply) => reply.status === 'inReview') ?? null;

/** The answer that holds now. */
export const publishedReply = (
  message: Pick<MessageDetail, 'replies'>,
): MessageDetail['replies'][number] | null =>
  message.replies.find((reply) => reply.status === 'published') ?? null;

export const draftDeclines = (draft: MessageDetail['replies'][number] | null): boolean =>
  (draft?.declineReason ?? null) !== null;

/** Why this person cannot answer this message now; null when they can. */
export function whyNotReply(message: Facts): string | null {
  if (message.moves.includes('reply')) return null;
  if (message.mine) return '这是您本人的留言，请由其他同事办理。';
  if (message.status === 'inReview') return '答复已经送审，审核通过后才发布；在这之前计时不停。';
  if (message.status === 'asked') return '正在等留言人补充，暂停计时；不用再等的，在“更多”里点“不再等补充”。';
  if (message.status !== 'open') return `这条留言${messageStateWords[message.status]}，不用再办理。`;
  return `这条留言由${message.unit.name}办理。`;
}

/** Why this person cannot approve the draft now; null when they can. */
export function whyNotApprove(message: Facts): string | null {
  if (message.moves.includes('approve')) return null;
  if (message.mine) return '这是您本人的留言，请由其他同事审核。';
  if (message.status === 'asked') return '正在等留言人补充，还没有答复。';
  if (message.status === 'open') return '答复还没有送审，或者已经退回修改。';
  if (message.status !== 'inReview') return `这条留言${messageStateWords[message.status]}，不用再审核。`;
  if (draftInReview(message)?.draftedByMe) {
    return '这份答复是您起草的。起草人不能审核自己的答复，请由另一位审核人审核；本单位没有别的审核人时，由政务公开办审核。';
  }
  return `这份答复由${message.unit.name}的审核人审核。`;
}

/** On its last day a unit cannot hand a message on any more (答复期限当日只能由公开办转办). */
export const handOnIsLate = (message: Facts, today: string): boolean =>
  message.status === 'open' &&
  message.moves.includes('reply') &&
  !message.moves.includes('transfer') &&
  !message.moves.includes('assign') &&
  message.dueOn <= today;
