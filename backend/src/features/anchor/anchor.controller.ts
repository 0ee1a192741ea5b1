import { Controller, Header } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AnchorService } from './anchor.service';

@Controller()
export class AnchorController {
  constructor(private readonly anchors: AnchorService) {}

  @Route(endpoints.anchor.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.anchor.list>) {
    return this.anchors.list(ctx, input);
  }

  @Route(endpoints.anchor.file)
  @Header('content-disposition', 'attachment; filename="anchor.json"')
  file(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.anchor.file>) {
    return this.anchors.file(ctx, input);
  }
}
