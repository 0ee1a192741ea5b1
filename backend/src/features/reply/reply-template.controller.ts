import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ReplyTemplatesService } from './reply-templates.service';

@Controller()
export class ReplyTemplateController {
  constructor(private readonly replyTemplates: ReplyTemplatesService) {}

  @Route(endpoints.message.templates)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.templates>) {
    return this.replyTemplates.list(ctx, input);
  }

  @Route(endpoints.message.addTemplate)
  add(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.addTemplate>) {
    return this.replyTemplates.add(ctx, input);
  }

  @Route(endpoints.message.changeTemplate)
  change(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.changeTemplate>) {
    return this.replyTemplates.change(ctx, input);
  }

  @Route(endpoints.message.deleteTemplate)
  delete(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.deleteTemplate>) {
    return this.replyTemplates.delete(ctx, input.id);
  }
}
