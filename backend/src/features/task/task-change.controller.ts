import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AmendTaskService } from './amend-task.service';
import { DecideChangeService } from './decide-change.service';
import { ProposeChangeService } from './propose-change.service';
import { ShowChangeService } from './show-change.service';

@Controller()
export class TaskChangeController {
  constructor(
    private readonly amendTask: AmendTaskService,
    private readonly propose: ProposeChangeService,
    private readonly showChange: ShowChangeService,
    private readonly decideChange: DecideChangeService,
  ) {}

  @Route(endpoints.ledger.amend)
  amend(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.amend>) {
    return this.amendTask.run(ctx, input);
  }

  @Route(endpoints.ledger.split)
  split(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.split>) {
    return this.propose.split(ctx, input);
  }

  @Route(endpoints.ledger.merge)
  merge(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.merge>) {
    return this.propose.merge(ctx, input);
  }

  @Route(endpoints.ledger.unmerge)
  unmerge(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.unmerge>) {
    return this.propose.unmerge(ctx, input);
  }

  @Route(endpoints.ledger.carry)
  carry(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.carry>) {
    return this.propose.carry(ctx, input);
  }

  @Route(endpoints.ledger.changes)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.changes>) {
    return this.showChange.list(ctx, input);
  }

  @Route(endpoints.ledger.getChange)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.getChange>) {
    return this.showChange.run(ctx, input.id);
  }

  @Route(endpoints.ledger.approveChange)
  approve(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.approveChange>) {
    return this.decideChange.run(ctx, input.id, 'applied', null);
  }

  @Route(endpoints.ledger.rejectChange)
  reject(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.rejectChange>) {
    return this.decideChange.run(ctx, input.id, 'rejected', input.note);
  }
}
