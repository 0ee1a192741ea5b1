import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { HideAnswerService } from './hide-answer.service';
import { ReviseReplyService } from './revise-reply.service';

/** What may still be done with an answer that is published. */
@Controller()
export class PublishedReplyController {
  constructor(
    private readonly revisions: ReviseReplyService,
    private readonly hiding: HideAnswerService,
  ) {}

  @Route(endpoints.message.revise)
  revise(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.revise>) {
    return this.revisions.draft(ctx, input);
  }

  @Route(endpoints.message.approveRevision)
  approveRevision(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.approveRevision>,
  ) {
    return this.revisions.approve(ctx, input);
  }

  @Route(endpoints.message.sendBackRevision)
  sendBackRevision(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.sendBackRevision>,
  ) {
    return this.revisions.sendBack(ctx, input);
  }

  @Route(endpoints.message.hide)
  hide(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.hide>) {
    return this.hiding.hide(ctx, input);
  }

  @Route(endpoints.message.confirmHide)
  confirmHide(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.confirmHide>) {
    return this.hiding.confirm(ctx, input);
  }

  @Route(endpoints.message.undoHide)
  undoHide(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.undoHide>) {
    return this.hiding.undo(ctx, input);
  }
}
