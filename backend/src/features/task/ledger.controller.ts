import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AddPartsService } from './add-parts.service';
import { AssignUnitsService } from './assign-units.service';
import { ListPartsService } from './list-parts.service';
import { LookBackService } from './look-back.service';
import { RemarkTaskService } from './remark-task.service';
import { RequireEvidenceService } from './require-evidence.service';

/** What the office does to the tasks of its ledger. */
@Controller()
export class LedgerController {
  constructor(
    private readonly assignUnits: AssignUnitsService,
    private readonly requireEvidence: RequireEvidenceService,
    private readonly addParts: AddPartsService,
    private readonly listParts: ListPartsService,
    private readonly remarkTask: RemarkTaskService,
    private readonly lookBacks: LookBackService,
  ) {}

  @Route(endpoints.ledger.assign)
  assign(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.assign>) {
    return this.assignUnits.run(ctx, input);
  }

  @Route(endpoints.ledger.require)
  require(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.require>) {
    return this.requireEvidence.run(ctx, input);
  }

  @Route(endpoints.ledger.checkers)
  checkers(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.checkers>) {
    return this.requireEvidence.checkers(ctx, input.code);
  }

  @Route(endpoints.ledger.addParts)
  parts(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.addParts>) {
    return this.addParts.run(ctx, input);
  }

  @Route(endpoints.ledger.parts)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.parts>) {
    return this.listParts.run(ctx, input);
  }

  @Route(endpoints.ledger.remark)
  remark(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.remark>) {
    return this.remarkTask.run(ctx, input);
  }

  @Route(endpoints.ledger.damaged)
  damaged(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.damaged>) {
    return this.lookBacks.damaged(ctx, input);
  }

  @Route(endpoints.ledger.lookBack)
  lookBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.ledger.lookBack>) {
    return this.lookBacks.run(ctx, input);
  }
}
