import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListDeliveriesService } from './list-deliveries.service';
import { ReplayDeliveryService } from './replay-delivery.service';

@Controller()
export class DeliveryController {
  constructor(
    private readonly listDeliveries: ListDeliveriesService,
    private readonly replayDelivery: ReplayDeliveryService,
  ) {}

  @Route(endpoints.delivery.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.delivery.list>) {
    return this.listDeliveries.run(ctx, input);
  }

  @Route(endpoints.delivery.replay)
  replay(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.delivery.replay>) {
    return this.replayDelivery.run(ctx, input.id);
  }
}
