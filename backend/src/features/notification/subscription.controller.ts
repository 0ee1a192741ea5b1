import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { RegionChannelsService } from './region-channels.service';
import { TryChannelService } from './try-channel.service';
import { SubscriptionsService } from './subscriptions.service';

@Controller()
export class SubscriptionController {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly regionChannels: RegionChannelsService,
    private readonly tryOut: TryChannelService,
  ) {}

  @Route(endpoints.subscription.list)
  list(@ContextParam() ctx: Ctx) {
    return this.subscriptions.list(ctx);
  }

  @Route(endpoints.subscription.report)
  report(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.subscription.report>) {
    return this.subscriptions.report(ctx, input);
  }

  @Route(endpoints.subscription.channels)
  channels(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.subscription.channels>) {
    return this.regionChannels.show(ctx, input.code);
  }

  @Route(endpoints.subscription.setChannels)
  setChannels(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.subscription.setChannels>) {
    return this.regionChannels.set(ctx, input);
  }

  @Route(endpoints.subscription.tryChannel)
  tryChannel(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.subscription.tryChannel>) {
    return this.tryOut.run(ctx, input);
  }
}
