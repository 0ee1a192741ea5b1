import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { LightHistoryService } from './light-history.service';

@Controller()
export class LightHistoryController {
  constructor(private readonly history: LightHistoryService) {}

  @Route(endpoints.lightHistory.months)
  months(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.lightHistory.months>) {
    return this.history.months(ctx, input.code);
  }

  @Route(endpoints.lightHistory.settings)
  settings(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.lightHistory.settings>) {
    return this.history.show(ctx, input.code);
  }

  @Route(endpoints.lightHistory.saveSettings)
  save(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.lightHistory.saveSettings>) {
    return this.history.save(ctx, input);
  }
}
