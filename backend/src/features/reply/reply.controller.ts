import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { DeliverReplyService } from './deliver-reply.service';
import { DraftReplyService } from './draft-reply.service';
import { EditDraftService } from './edit-draft.service';
import { ObjectionService } from './objection.service';
import { PublishReplyService } from './publish-reply.service';
import { SendBackReplyService } from './send-back-reply.service';
import { WithdrawConsentService } from './withdraw-consent.service';

@Controller()
export class ReplyController {
  constructor(
    private readonly draftReply: DraftReplyService,
    private readonly publishReply: PublishReplyService,
    private readonly sendBackReply: SendBackReplyService,
    private readonly editDraft: EditDraftService,
    private readonly deliverReply: DeliverReplyService,
    private readonly objections: ObjectionService,
    private readonly consent: WithdrawConsentService,
  ) {}

  @Route(endpoints.message.reply)
  reply(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.reply>) {
    return this.draftReply.run(ctx, input);
  }

  @Route(endpoints.message.decline)
  decline(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.decline>) {
    return this.draftReply.decline(ctx, input);
  }

  @Route(endpoints.message.object)
  object(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.object>) {
    return this.objections.object(ctx, input);
  }

  @Route(endpoints.message.decideObjection)
  decideObjection(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.decideObjection>,
  ) {
    return this.objections.decide(ctx, input);
  }

  @Route(endpoints.message.withdrawConsent)
  withdrawConsent(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.withdrawConsent>,
  ) {
    return this.consent.run(ctx, input.id);
  }

  @Route(endpoints.message.approve)
  approve(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.approve>) {
    return this.publishReply.run(ctx, input);
  }

  @Route(endpoints.message.sendBack)
  sendBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.sendBack>) {
    return this.sendBackReply.run(ctx, input);
  }

  @Route(endpoints.message.edit)
  edit(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.edit>) {
    return this.editDraft.run(ctx, input);
  }

  @Route(endpoints.message.deliver)
  deliver(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.deliver>) {
    return this.deliverReply.run(ctx, input);
  }
}
