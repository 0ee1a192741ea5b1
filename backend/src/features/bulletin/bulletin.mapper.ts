import { toChinaIso, type BulletinDetail, type BulletinRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { Region } from '../region/region.mapper';
import { isEditable, movesOnBulletin, overseesRegion } from './bulletin.policy';
import type { Bulletin, BulletinHead } from './bulletin.repository';

export const toBulletinRow = (bulletin: BulletinHead, regionCode: string): BulletinRow => ({
  id: bulletin.id,
  regionCode,
  kind: bulletin.kind,
  year: bulletin.year,
  part: bulletin.part,
  title: bulletin.title,
  status: bulletin.status,
  asOf: bulletin.asOf,
  publishedAt: bulletin.publishedAt ? toChinaIso(bulletin.publishedAt) : null,
});

export const toBulletinDetail = (
  ctx: Ctx,
  bulletin: Bulletin,
  region: Region,
  issuer: string,
): BulletinDetail => ({
  ...toBulletinRow(bulletin, region.code),
  regionName: region.name,
  issuer,
  figures: bulletin.figures,
  remark: bulletin.remark,
  reviewNote: overseesRegion(ctx, region.id) ? bulletin.reviewNote : null,
  editable: isEditable(ctx, bulletin),
  moves: movesOnBulletin(ctx, bulletin),
});
