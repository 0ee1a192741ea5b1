import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { replyRulePresets } from './reply-rule-presets.data';
import { ReplyRulesService } from './reply-rules.service';

@Controller()
export class ReplyRuleController {
  constructor(private readonly replyRules: ReplyRulesService) {}

  @Route(endpoints.replyRule.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.replyRule.list>) {
    return this.replyRules.list(ctx, input);
  }

  @Route(endpoints.replyRule.add)
  add(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.replyRule.add>) {
    return this.replyRules.add(ctx, input);
  }

  @Route(endpoints.replyRule.presets)
  presets() {
    return { items: [...replyRulePresets] };
  }
}
