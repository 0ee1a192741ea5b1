import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ScreeningDeskService } from './screening-desk.service';

@Controller()
export class ScreeningDeskController {
  constructor(private readonly desk: ScreeningDeskService) {}

  @Route(endpoints.screening.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.screening.list>) {
    return this.desk.list(ctx, input);
  }

  @Route(endpoints.screening.decidePhoto)
  decidePhoto(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.screening.decidePhoto>) {
    return this.desk.decidePhoto(ctx, input);
  }
}
