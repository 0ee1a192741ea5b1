import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ManageCountersService } from './manage-counters.service';
import { VisitCounterService } from './visit-counter.service';

type Calls = typeof endpoints.counter;

@Controller()
export class CounterController {
  constructor(
    private readonly manage: ManageCountersService,
    private readonly visit: VisitCounterService,
  ) {}

  @Route(endpoints.counter.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['list']>) {
    return this.manage.list(ctx, input);
  }

  @Route(endpoints.counter.create)
  create(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['create']>) {
    return this.manage.create(ctx, input);
  }

  @Route(endpoints.counter.close)
  close(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['close']>) {
    return this.manage.close(ctx, input);
  }

  @Route(endpoints.counter.picture)
  picture(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['picture']>) {
    return this.manage.picture(ctx, input);
  }

  @Route(endpoints.counter.ratings)
  ratings(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['ratings']>) {
    return this.manage.ratings(ctx, input);
  }

  @Route(endpoints.counter.look)
  look(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['look']>) {
    return this.visit.look(ctx, input.key);
  }

  @Route(endpoints.counter.rate)
  rate(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['rate']>) {
    return this.visit.rate(ctx, input);
  }
}
