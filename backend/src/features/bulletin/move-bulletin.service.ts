import { Injectable } from '@nestjs/common';
import {
  bulletinMoveWords,
  bulletinStateWords,
  bulletinWorkflow,
  type BulletinDetail,
  type BulletinMove,
  type endpoints,
  type InputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireActor } from '../../core/policy/membership';
import { hasRoleForMove, isOwnReview } from './bulletin.policy';
import { BulletinRepository, type Bulletin, type BulletinChanges } from './bulletin.repository';
import { FindBulletinService } from './find-bulletin.service';
import { ShowBulletinService } from './show-bulletin.service';

/** The only place that sets the status of a bulletin; every move leaves its event. Figures never change. */
@Injectable()
export class MoveBulletinService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bulletins: BulletinRepository,
    private readonly findBulletin: FindBulletinService,
    private readonly showBulletin: ShowBulletinService,
  ) {}

  async run(ctx: Ctx, id: number, move: BulletinMove, note: string | null = null): Promise<BulletinDetail> {
    await this.uow.run(ctx, async (ctx) => {
      const bulletin = await this.found(ctx, id, move);
      const to = bulletinWorkflow[move].to;
      const moved = await this.bulletins.change(ctx, bulletin, to, changesOf(ctx, move, note));
      if (!moved) throw stateError((await this.findBulletin.run(ctx, id)).status, bulletinMoveWords[move]);
      await this.bulletins.appendEvent(ctx, bulletin, move, note);
    });
    return this.showBulletin.run(ctx, id);
  }

  async edit(ctx: Ctx, { id, remark }: InputOf<typeof endpoints.bulletin.edit>): Promise<BulletinDetail> {
    await this.uow.run(ctx, async (ctx) => {
      const bulletin = await this.found(ctx, id, 'submit', '修改');
      const changed = await this.bulletins.change(ctx, bulletin, bulletin.status, { remark });
      if (!changed) throw stateError((await this.findBulletin.run(ctx, id)).status, '修改');
      await this.bulletins.appendEvent(ctx, bulletin, 'edited');
    });
    return this.showBulletin.run(ctx, id);
  }

  /** Seen, allowed by role, in the right state, not one's own. */
  private async found(
    ctx: Ctx,
    id: number,
    move: BulletinMove,
    words = bulletinMoveWords[move],
  ): Promise<Bulletin> {
    const bulletin = await this.findBulletin.run(ctx, id);
    if (!hasRoleForMove(ctx, bulletin, move)) {
      const stranger = membershipsIn(ctx, bulletin.regionId).length === 0;
      throw new AppError(stranger ? 'BULLETIN_NOT_FOUND' : 'ROLE_REQUIRED');
    }
    if (!bulletinWorkflow[move].from.includes(bulletin.status)) throw stateError(bulletin.status, words);
    if (isOwnReview(ctx, bulletin, move)) throw new AppError('BULLETIN_OWN_REVIEW');
    return bulletin;
  }
}

function changesOf(ctx: Ctx, move: BulletinMove, note: string | null): BulletinChanges {
  const me = requireActor(ctx).accountId;
  switch (move) {
    case 'submit':
      return { submittedBy: me, reviewNote: null };
    case 'publish':
      return { published: true, publishedBy: me, publishedAt: ctx.clock.now() };
    case 'sendBack':
      return { reviewNote: note };
    case 'withdraw':
      return { published: false, periodKey: null, reviewNote: note };
  }
}

const stateError = (status: Bulletin['status'], move: string): AppError =>
  new AppError('BULLETIN_STATE', { state: bulletinStateWords[status], move });
