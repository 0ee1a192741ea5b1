import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { GiveOpenDataService } from './give-open-data.service';

@Controller()
export class OpenDataController {
  constructor(private readonly openData: GiveOpenDataService) {}

  @Route(endpoints.openData.index)
  index(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.openData.index>) {
    return this.openData.index(ctx, input);
  }

  @Route(endpoints.openData.file)
  file(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.openData.file>) {
    return this.openData.file(ctx, input);
  }
}
