import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ScreenMessageService } from './screen-message.service';

@Controller()
export class ScreeningController {
  constructor(private readonly screenMessage: ScreenMessageService) {}

  @Route(endpoints.screening.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.screening.get>) {
    return this.screenMessage.get(ctx, input.id);
  }

  @Route(endpoints.screening.decide)
  decide(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.screening.decide>) {
    return this.screenMessage.decide(ctx, input);
  }
}
