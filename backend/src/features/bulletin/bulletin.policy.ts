import { bulletinMoves, bulletinWorkflow, type BulletinMove } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { membershipsIn } from '../../core/policy/membership';
import type { Bulletin, BulletinHead } from './bulletin.repository';

/** Published bulletins are everybody's; the others are the office's and the officials'. */
export const maySeeBulletin = (ctx: Ctx, bulletin: BulletinHead): boolean =>
  bulletin.status === 'published' || overseesRegion(ctx, bulletin.regionId);

export const overseesRegion = (ctx: Ctx, regionId: number): boolean =>
  membershipsIn(ctx, regionId, ['office', 'official']).length > 0;

export const hasRoleForMove = (ctx: Ctx, bulletin: BulletinHead, move: BulletinMove): boolean =>
  membershipsIn(ctx, bulletin.regionId, bulletinWorkflow[move].roles).length > 0;

/** Nobody takes two steps of one review (先审后发): who made or submitted it neither publishes nor returns it. */
export function isOwnReview(ctx: Ctx, bulletin: Bulletin, move: BulletinMove): boolean {
  if (move !== 'publish' && move !== 'sendBack') return false;
  const me = ctx.actor?.accountId;
  return me !== undefined && (bulletin.createdBy === me || bulletin.submittedBy === me);
}

/** The words of the office may change while it is the office's draft. */
export const isEditable = (ctx: Ctx, bulletin: BulletinHead): boolean =>
  bulletin.status === 'draft' && membershipsIn(ctx, bulletin.regionId, ['office']).length > 0;

/** The buttons of this person on this bulletin. */
export const movesOnBulletin = (ctx: Ctx, bulletin: Bulletin): BulletinMove[] =>
  bulletinMoves.filter(
    (move) =>
      bulletinWorkflow[move].from.includes(bulletin.status) &&
      hasRoleForMove(ctx, bulletin, move) &&
      !isOwnReview(ctx, bulletin, move),
  );
