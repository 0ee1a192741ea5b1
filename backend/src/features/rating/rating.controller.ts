import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { RateReplyService } from './rate-reply.service';

@Controller()
export class RatingController {
  constructor(private readonly rateReply: RateReplyService) {}

  @Route(endpoints.message.rate)
  rate(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.rate>) {
    return this.rateReply.run(ctx, input);
  }
}
