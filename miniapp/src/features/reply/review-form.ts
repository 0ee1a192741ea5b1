import type {
  CallOf,
  MergedMessage,
  MessageDetail,
  messageEndpoints,
  ReplyView,
} from '@sunledger/shared-types';

export interface ReviewForm {
  makePublic: boolean;
  /** Merged messages that get the same answer. */
  deliverTo: readonly number[];
}

/** What the author wants shown is shown unless the reviewer thinks otherwise; nobody else gets the answer unasked. */
export const startingReview = (message: Pick<MessageDetail, 'publicWanted'>): ReviewForm => ({
  makePublic: message.publicWanted,
  deliverTo: [],
});

/** The messages that still wait for this answer. */
export const openFollowers = (message: Pick<MessageDetail, 'followers'>): MergedMessage[] =>
  message.followers.filter(({ status }) => status === 'open');

/** Without the author's own wish nothing is shown, whatever the switch says. The tap itself confirms. */
export const approveInputOf = (
  form: ReviewForm,
  message: Pick<MessageDetail, 'id' | 'publicWanted'>,
): CallOf<typeof messageEndpoints.approve> => ({
  id: message.id,
  confirmed: true,
  makePublic: message.publicWanted && form.makePublic,
  ...(form.deliverTo.length > 0 ? { deliverTo: [...form.deliverTo] } : {}),
});

/** What was sent back before this draft, the newest first. */
export const earlierDrafts = (replies: readonly ReplyView[]): ReplyView[] =>
  replies.filter((reply) => reply.status === 'sentBack').sort((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1));

/** What has just been published, and whether it was in time. */
export function publishedWords({ status, clock }: Pick<MessageDetail, 'status' | 'clock'>): string {
  const what = status === 'declined' ? '不予受理已发布' : '答复已发布';
  return clock === 'late' ? `${what}，记为逾期答复` : `${what}，按时答复`;
}
