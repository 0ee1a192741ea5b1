import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { EntryService } from './entry.service';

@Controller()
export class EntryController {
  constructor(private readonly entries: EntryService) {}

  @Route(endpoints.entry.look)
  look(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.entry.look>) {
    return this.entries.look(ctx, input.scene);
  }

  @Route(endpoints.entry.picture)
  picture(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.entry.picture>) {
    return this.entries.picture(ctx, input.scene);
  }
}
