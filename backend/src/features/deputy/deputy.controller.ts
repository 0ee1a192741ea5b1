import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListDeputiesService } from './list-deputies.service';
import { NameDeputyService } from './name-deputy.service';

@Controller()
export class DeputyController {
  constructor(
    private readonly listDeputies: ListDeputiesService,
    private readonly nameDeputy: NameDeputyService,
  ) {}

  @Route(endpoints.deputy.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.deputy.list>) {
    return this.listDeputies.run(ctx, input);
  }

  @Route(endpoints.deputy.choices)
  choices(@ContextParam() ctx: Ctx) {
    return this.nameDeputy.choices(ctx);
  }

  @Route(endpoints.deputy.name)
  name(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.deputy.name>) {
    return this.nameDeputy.run(ctx, input);
  }

  @Route(endpoints.deputy.end)
  end(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.deputy.end>) {
    return this.nameDeputy.end(ctx, input.id);
  }
}
