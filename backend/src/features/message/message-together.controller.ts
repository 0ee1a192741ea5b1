import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AssignManyService } from './assign-many.service';
import { ClaimMessageService } from './claim-message.service';
import { MergeMessageService } from './merge-message.service';

/** How colleagues share the work. */
@Controller()
export class MessageTogetherController {
  constructor(
    private readonly claims: ClaimMessageService,
    private readonly merges: MergeMessageService,
    private readonly assignManyTo: AssignManyService,
  ) {}

  @Route(endpoints.message.claim)
  claim(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.claim>) {
    return this.claims.claim(ctx, input.id);
  }

  @Route(endpoints.message.release)
  release(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.release>) {
    return this.claims.release(ctx, input.id);
  }

  @Route(endpoints.message.merge)
  merge(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.merge>) {
    return this.merges.merge(ctx, input);
  }

  @Route(endpoints.message.unmerge)
  unmerge(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.unmerge>) {
    return this.merges.unmerge(ctx, input);
  }

  @Route(endpoints.message.assignMany)
  assignMany(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.message.assignMany>) {
    return this.assignManyTo.run(ctx, input);
  }
}
