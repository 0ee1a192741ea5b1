import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListUnitsService } from './list-units.service';
import { WriteUnitService } from './write-unit.service';

@Controller()
export class UnitController {
  constructor(
    private readonly listUnits: ListUnitsService,
    private readonly writeUnit: WriteUnitService,
  ) {}

  @Route(endpoints.unit.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.unit.list>) {
    return this.listUnits.run(ctx, input);
  }

  @Route(endpoints.unit.create)
  create(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.unit.create>) {
    return this.writeUnit.create(ctx, input);
  }

  @Route(endpoints.unit.change)
  change(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.unit.change>) {
    return this.writeUnit.change(ctx, input);
  }
}
