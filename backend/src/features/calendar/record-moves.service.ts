import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import type { DueOutcome } from '../message/due-outcome';
import type { OpenDue } from '../message/revise-due.service';
import { CalendarVersionRepository, type PendingVersion } from './calendar-version.repository';
import { DueMoveRepository } from './due-move.repository';

/** Keeps what a recount did: moves for the figures, earlier dates for the office. */
@Injectable()
export class RecordMovesService {
  constructor(
    private readonly moves: DueMoveRepository,
    private readonly versions: CalendarVersionRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns 1 when something changed, else 0 */
  async record(
    ctx: CtxInTx,
    regionId: number,
    due: OpenDue,
    cause: PendingVersion,
    outcome: DueOutcome,
  ): Promise<number> {
    switch (outcome.kind) {
      case 'none':
        return 0;
      case 'later':
        await this.applied(ctx, regionId, due, cause, outcome.dueOn);
        return 1;
      case 'judged':
        if (outcome.dueOn > due.dueOn) await this.applied(ctx, regionId, due, cause, outcome.dueOn);
        else await this.versions.count(ctx, cause.id, { later: 0, earlier: 0, settled: 1 });
        return 1;
      case 'settled':
        await this.versions.count(ctx, cause.id, { later: 0, earlier: 0, settled: 1 });
        return 1;
      case 'earlier': {
        const asked = await this.propose(ctx, regionId, due, cause, outcome.dueOn);
        if (outcome.settles) await this.versions.count(ctx, cause.id, { later: 0, earlier: 0, settled: 1 });
        return asked || outcome.settles ? 1 : 0;
      }
    }
  }

  private async applied(
    ctx: CtxInTx,
    regionId: number,
    due: OpenDue,
    cause: PendingVersion,
    toDueOn: string,
  ): Promise<void> {
    await this.withdrawProposal(ctx, due.id);
    await this.moves.insert(ctx, { ...this.moveOf(ctx, regionId, due, cause), status: 'applied', toDueOn });
    await this.versions.count(ctx, cause.id, { later: 1, earlier: 0, settled: 0 });
  }

  /** Asks once for each date: what was decided about the same date is not asked again. */
  private async propose(
    ctx: CtxInTx,
    regionId: number,
    due: OpenDue,
    cause: PendingVersion,
    toDueOn: string,
  ): Promise<boolean> {
    const last = await this.moves.lastProposal(ctx, due.id);
    // A confirmed date may lie after the count: never before the next working day. It is not asked again.
    const settled = last?.status === 'confirmed' && last.toDueOn === due.dueOn;
    if (settled || last?.toDueOn === toDueOn) return false;
    await this.withdrawProposal(ctx, due.id);
    await this.moves.insert(ctx, { ...this.moveOf(ctx, regionId, due, cause), status: 'proposed', toDueOn });
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: {
        topic: 'dueToConfirm',
        target: { kind: 'calendar', id: Number(ctx.clock.today().slice(0, 4)) },
        regionId,
        roles: ['office'],
      },
      dedupeKey: `dueToConfirm:${cause.id}`,
    });
    return true;
  }

  private async withdrawProposal(ctx: CtxInTx, messageId: number): Promise<void> {
    const last = await this.moves.lastProposal(ctx, messageId);
    if (last?.status !== 'proposed') return;
    await this.moves.decide(ctx, last.id, { status: 'dropped', at: ctx.clock.now(), by: null });
  }

  private moveOf(ctx: CtxInTx, regionId: number, due: OpenDue, cause: PendingVersion) {
    return {
      regionId,
      messageId: due.id,
      versionId: cause.id,
      cause: cause.cause,
      fromDueOn: due.dueOn,
      createdAt: ctx.clock.now(),
    };
  }
}
