import type { CallOf, MessageDetail, messageEndpoints, ReplyView } from '@sunledger/shared-types';

export interface ReviewForm {
  /** “已正面回答所问”, said by the person who approves. */
  confirmed: boolean;
  makePublic: boolean;
}

/** Nothing is confirmed beforehand; what the author wants shown is shown unless the reviewer thinks otherwise. */
export const startingReview = (message: Pick<MessageDetail, 'publicWanted'>): ReviewForm => ({
  confirmed: false,
  makePublic: message.publicWanted,
});

export const reviewErrorOf = (form: ReviewForm): string | null =>
  form.confirmed ? null : '请先读完答复，确认“已正面回答所问”，再审核通过。';

/** Without the author's own wish nothing is shown, whatever the switch says. */
export const approveInputOf = (
  form: ReviewForm,
  message: Pick<MessageDetail, 'id' | 'publicWanted'>,
): CallOf<typeof messageEndpoints.approve> => ({
  id: message.id,
  confirmed: form.confirmed,
  makePublic: message.publicWanted && form.makePublic,
});

/** What was sent back before this draft, the newest first. */
export const earlierDrafts = (replies: readonly ReplyView[]): ReplyView[] =>
  replies.filter((reply) => reply.status === 'sentBack').sort((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1));

/** What has just been published, and whether it was in time. */
export function publishedWords({ status, clock }: Pick<MessageDetail, 'status' | 'clock'>): string {
  const what = status === 'declined' ? '不予受理已发布' : '答复已发布';
  return clock === 'late' ? `${what}，记为逾期答复` : `${what}，按时答复`;
}
