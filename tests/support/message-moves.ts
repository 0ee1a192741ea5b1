import type { Ctx } from '../../backend/src/core/ctx';
import { AskMoreService } from '../../backend/src/features/message/ask-more.service';
import { ClaimMessageService } from '../../backend/src/features/message/claim-message.service';
import { ExtendMessageService } from '../../backend/src/features/message/extend-message.service';
import { FollowMessageService } from '../../backend/src/features/message/follow-message.service';
import { HandOnMessageService } from '../../backend/src/features/message/hand-on-message.service';
import { MergeMessageService } from '../../backend/src/features/message/merge-message.service';
import { ReclassifyMessageService } from '../../backend/src/features/message/reclassify-message.service';
import { WithdrawMessageService } from '../../backend/src/features/message/withdraw-message.service';
import { RateReplyService } from '../../backend/src/features/rating/rate-reply.service';
import { DeliverReplyService } from '../../backend/src/features/reply/deliver-reply.service';
import { DraftReplyService } from '../../backend/src/features/reply/draft-reply.service';
import { EditDraftService } from '../../backend/src/features/reply/edit-draft.service';
import { ObjectionService } from '../../backend/src/features/reply/objection.service';
import { PublishReplyService } from '../../backend/src/features/reply/publish-reply.service';
import { SendBackReplyService } from '../../backend/src/features/reply/send-back-reply.service';
import { ANSWER, QUESTION, type MessageStory } from './given/message.given';
import type { Choice, Move, Unit } from './message-model';

export const unitsOf = (story: MessageStory): Record<Unit, number> => ({
  first: story.unit.id,
  second: story.otherUnit.id,
  office: story.region.office.id,
});

/** Every edit changes something. */
let edits = 0;

/** Makes a move by the product's own service, as a route would. */
export function makeMove(
  story: MessageStory,
  move: Move,
  ctx: Ctx,
  { id, leaderId }: { id: number; leaderId: number },
  { kind, simple, days, unit, pick }: Choice & { pick: number },
): Promise<unknown> {
  const { app } = story;
  const units = unitsOf(story);
  const note = '按规定办理';
  switch (move) {
    case 'assign':
      return app.get(HandOnMessageService).assign(ctx, id, units[unit], note);
    case 'transfer':
      return app.get(HandOnMessageService).transfer(ctx, id, units[unit], note);
    case 'return':
      return app.get(HandOnMessageService).return(ctx, id, note);
    case 'reply':
      return app.get(DraftReplyService).run(ctx, { id, text: ANSWER });
    case 'decline':
      return app.get(DraftReplyService).decline(ctx, { id, reason: 'other', text: note, goTo: '拨打 12345' });
    case 'approve':
      return app.get(PublishReplyService).run(ctx, { id, confirmed: true, makePublic: true });
    case 'sendBack':
      return app.get(SendBackReplyService).run(ctx, { id, note });
    case 'edit':
      return app.get(EditDraftService).run(ctx, { id, text: `${ANSWER}（第${(edits += 1)}稿）` });
    case 'claim':
      return app.get(ClaimMessageService).claim(ctx, id);
    case 'release':
      return app.get(ClaimMessageService).release(ctx, id);
    case 'merge':
      return app.get(MergeMessageService).merge(ctx, { id, into: leaderId, note });
    case 'unmerge':
      return app.get(MergeMessageService).unmerge(ctx, { id, note });
    case 'deliver':
      return app
        .get(DeliverReplyService)
        .run(ctx, { id: leaderId, to: [id], confirmed: true, makePublic: true });
    case 'endAsk':
      return app.get(AskMoreService).end(ctx, id);
    case 'reclassify':
      return app
        .get(ReclassifyMessageService)
        .run(ctx, { id, kind, simple, reason: 'wrongKind', text: note });
    case 'undoReclassify':
      return app.get(ReclassifyMessageService).undo(ctx, { id, note });
    case 'askMore':
      return app.get(AskMoreService).ask(ctx, { id, question: '请问是哪个小区？' });
    case 'supplement':
      return app.get(AskMoreService).answer(ctx, { id, text: '城东新村' });
    case 'extend':
      return app.get(ExtendMessageService).ask(ctx, { id, workingDays: days, note });
    case 'approveExtension':
      return app.get(ExtendMessageService).approve(ctx, { id });
    case 'refuseExtension':
      return app.get(ExtendMessageService).refuse(ctx, { id, note });
    case 'withdraw':
      return app.get(WithdrawMessageService).run(ctx, id);
    case 'rate':
      return app.get(RateReplyService).run(ctx, { id, level: (pick % 5) + 1 });
    case 'followUp':
      return app.get(FollowMessageService).followUp(ctx, { id, text: QUESTION, public: false });
    case 'object':
      return app.get(ObjectionService).object(ctx, { id, text: '我有不同意见' });
    case 'decideObjection':
      return app.get(ObjectionService).decide(ctx, { id, uphold: simple, note });
  }
}
