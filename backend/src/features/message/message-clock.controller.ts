import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AskMoreService } from './ask-more.service';
import { ExtendMessageService } from './extend-message.service';
import { ReclassifyMessageService } from './reclassify-message.service';

/** The moves that change what is promised. */
@Controller()
export class MessageClockController {
  constructor(
    private readonly reclassifyMessage: ReclassifyMessageService,
    private readonly askMoreOf: AskMoreService,
    private readonly extendMessage: ExtendMessageService,
  ) {}

  @Route(endpoints.message.reclassify)
  reclassify(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.reclassify>) {
    return this.reclassifyMessage.run(ctx, input);
  }

  @Route(endpoints.message.previewReclassify)
  previewReclassify(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.previewReclassify>,
  ) {
    return this.reclassifyMessage.preview(ctx, input);
  }

  @Route(endpoints.message.undoReclassify)
  undoReclassify(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.undoReclassify>) {
    return this.reclassifyMessage.undo(ctx, input);
  }

  @Route(endpoints.message.askMore)
  askMore(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.askMore>) {
    return this.askMoreOf.ask(ctx, input);
  }

  @Route(endpoints.message.supplement)
  supplement(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.supplement>) {
    return this.askMoreOf.answer(ctx, input);
  }

  @Route(endpoints.message.endAsk)
  endAsk(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.endAsk>) {
    return this.askMoreOf.end(ctx, input.id);
  }

  @Route(endpoints.message.extend)
  extend(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.extend>) {
    return this.extendMessage.ask(ctx, input);
  }

  @Route(endpoints.message.approveExtension)
  approveExtension(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.approveExtension>,
  ) {
    return this.extendMessage.approve(ctx, input);
  }

  @Route(endpoints.message.refuseExtension)
  refuseExtension(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.message.refuseExtension>,
  ) {
    return this.extendMessage.refuse(ctx, input);
  }
}
