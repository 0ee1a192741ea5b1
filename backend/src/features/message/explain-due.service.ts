import { Injectable } from '@nestjs/common';
import type { DueExplanation, endpoints, InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { flagOf, instantOf, jsonOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { withPauses, type Pause } from './message-clock';
import { MessageDesk, type Surroundings } from './message-desk.service';

/** “为什么是这一天”: before sending for everybody, afterwards for the author and the staff. */
@Injectable()
export class ExplainDueService {
  constructor(
    private readonly desk: MessageDesk,
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
  ) {}

  async ofMessage(ctx: Ctx, id: number): Promise<DueExplanation> {
    const found = await this.desk.read(ctx, id);
    if (found.standings.size === 0) throw new AppError('MESSAGE_NOT_FOUND');
    return this.ofSurroundings(ctx, found);
  }

  /** For whoever has been let in already. */
  async ofSurroundings(ctx: Ctx, { row }: Pick<Surroundings, 'row'>): Promise<DueExplanation> {
    const promise = {
      ruleId: numberOrNull(row.rule_id),
      receivedAt: instantOf(row.received_at),
      workingDays: numberOf(row.working_days),
      dueOn: textOfRow(row.due_on),
      provisional: flagOf(row.provisional),
      calendarVersion: textOfRow(row.calendar_version),
    };
    const explained = await this.deadlines.explainAgain(
      ctx,
      numberOf(row.region_id),
      promise,
      row.result === 'open',
    );
    return withPauses(explained, row.pauses === null ? [] : jsonOf<Pause[]>(row.pauses));
  }

  async preview(ctx: Ctx, input: InputOf<typeof endpoints.message.duePreview>): Promise<DueExplanation> {
    const region = await this.regions.byCode(ctx, input.region);
    const message = { kind: input.kind, simple: input.kind === 'inquiry', receivedAt: ctx.clock.now() };
    return (await this.deadlines.explain(ctx, region.id, message)).explanation;
  }
}
