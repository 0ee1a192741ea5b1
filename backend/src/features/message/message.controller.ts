import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ExplainDueService } from './explain-due.service';
import { FollowMessageService } from './follow-message.service';
import { HandOnMessageService } from './hand-on-message.service';
import { ListMessagesService } from './list-messages.service';
import { LookUpMessageService } from './look-up-message.service';
import { ShowMessageService } from './show-message.service';
import { SubmitMessageService } from './submit-message.service';
import { WithdrawMessageService } from './withdraw-message.service';

@Controller()
export class MessageController {
  constructor(
    private readonly submitMessage: SubmitMessageService,
    private readonly listMessages: ListMessagesService,
    private readonly showMessage: ShowMessageService,
    private readonly explainDue: ExplainDueService,
    private readonly handOn: HandOnMessageService,
    private readonly withdrawMessage: WithdrawMessageService,
    private readonly followMessage: FollowMessageService,
    private readonly lookUpMessage: LookUpMessageService,
  ) {}

  @Route(endpoints.message.submit)
  submit(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.submit>) {
    return this.submitMessage.run(ctx, input);
  }

  @Route(endpoints.message.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.list>) {
    return this.listMessages.run(ctx, input);
  }

  @Route(endpoints.message.lookup)
  lookup(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.lookup>) {
    return this.lookUpMessage.run(ctx, input);
  }

  @Route(endpoints.message.renewCode)
  renewCode(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.renewCode>) {
    return this.lookUpMessage.renew(ctx, input.id);
  }

  @Route(endpoints.message.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.get>) {
    return this.showMessage.run(ctx, input.id);
  }

  @Route(endpoints.message.due)
  due(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.due>) {
    return this.explainDue.ofMessage(ctx, input.id);
  }

  @Route(endpoints.message.duePreview)
  duePreview(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.duePreview>) {
    return this.explainDue.preview(ctx, input);
  }

  @Route(endpoints.message.assign)
  assign(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.assign>) {
    return this.handOn.assign(ctx, input.id, input.unitId, input.note);
  }

  @Route(endpoints.message.transfer)
  transfer(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.transfer>) {
    return this.handOn.transfer(ctx, input.id, input.unitId, input.note);
  }

  @Route(endpoints.message.return)
  return(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.return>) {
    return this.handOn.return(ctx, input.id, input.note);
  }

  @Route(endpoints.message.followUp)
  followUp(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.followUp>) {
    return this.followMessage.followUp(ctx, input);
  }

  @Route(endpoints.message.withdraw)
  withdraw(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.withdraw>) {
    return this.withdrawMessage.run(ctx, input.id);
  }
}
