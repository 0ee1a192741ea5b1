import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, TaskChange } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ProposeChangeService } from './propose-change.service';

/** Corrects the text or the time limit of a task, with a reason; bulk edits of the office come through here too. */
@Injectable()
export class AmendTaskService {
  constructor(private readonly propose: ProposeChangeService) {}

  /** Refused as AMEND_NOTHING where the wish says what stands there already. */
  run(ctx: Ctx, { id, reason, ...wish }: InputOf<typeof endpoints.ledger.amend>): Promise<TaskChange> {
    return this.propose.run(ctx, id, 'amend', wish, reason);
  }
}
