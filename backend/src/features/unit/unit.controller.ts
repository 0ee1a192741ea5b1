import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListUnitsService } from './list-units.service';

@Controller()
export class UnitController {
  constructor(private readonly listUnits: ListUnitsService) {}

  @Route(endpoints.unit.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.unit.list>) {
    return this.listUnits.run(ctx, input);
  }
}
