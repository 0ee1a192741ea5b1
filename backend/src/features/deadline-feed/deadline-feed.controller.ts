import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { DeadlineFeedService } from './deadline-feed.service';

type Calls = typeof endpoints.deadlineFeed;

@Controller()
export class DeadlineFeedController {
  constructor(private readonly feeds: DeadlineFeedService) {}

  @Route(endpoints.deadlineFeed.ofUnit)
  ofUnit(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['ofUnit']>) {
    return this.feeds.ofUnit(ctx, input);
  }

  @Route(endpoints.deadlineFeed.private)
  private(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['private']>) {
    return this.feeds.private(ctx, input);
  }

  @Route(endpoints.deadlineFeed.mine)
  mine(@ContextParam() ctx: Ctx) {
    return this.feeds.mine(ctx);
  }

  @Route(endpoints.deadlineFeed.open)
  open(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['open']>) {
    return this.feeds.open(ctx, input);
  }

  @Route(endpoints.deadlineFeed.close)
  close(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['close']>) {
    return this.feeds.close(ctx, input);
  }
}
