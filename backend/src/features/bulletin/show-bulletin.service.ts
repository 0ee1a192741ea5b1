import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BulletinDetail, BulletinRow, endpoints, InputOf, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { InboxAnnex } from '../oversight/inbox-annex';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { toBulletinDetail, toBulletinRow } from './bulletin.mapper';
import { movesOnBulletin, overseesRegion } from './bulletin.policy';
import { BulletinRepository } from './bulletin.repository';
import { FindBulletinService } from './find-bulletin.service';

/** What no office has waiting at once. */
const MOST_WAITING = 20;

@Injectable()
export class ShowBulletinService implements OnModuleInit {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly bulletins: BulletinRepository,
    private readonly findBulletin: FindBulletinService,
    private readonly inbox: InboxAnnex,
  ) {}

  onModuleInit(): void {
    this.inbox.useBulletins((ctx, regionId) => this.toReview(ctx, regionId));
  }

  /** What waits for the caller as the person who publishes. */
  private async toReview(ctx: Ctx, regionId: number): Promise<BulletinRow[]> {
    if (!overseesRegion(ctx, regionId)) return [];
    const { code } = await this.regions.byId(ctx, regionId);
    const waiting = await this.bulletins.inReview(ctx, regionId, MOST_WAITING);
    return waiting
      .filter((bulletin) => movesOnBulletin(ctx, bulletin).includes('publish'))
      .map((bulletin) => toBulletinRow(bulletin, code));
  }

  async run(ctx: Ctx, id: number): Promise<BulletinDetail> {
    const bulletin = await this.findBulletin.run(ctx, id);
    const region = await this.regions.byId(ctx, bulletin.regionId);
    const { name: issuer } = await this.units.officeOf(ctx, region.id);
    return toBulletinDetail(ctx, bulletin, region, issuer);
  }

  /** `drafts` is a wish that only the office and the officials of the region have granted. */
  async list(ctx: Ctx, input: InputOf<typeof endpoints.bulletin.list>): Promise<Page<BulletinRow>> {
    const region = await this.regions.byCode(ctx, input.code);
    const drafts = input.drafts && overseesRegion(ctx, region.id);
    const page = await this.bulletins.list(ctx, region.id, { ...input, drafts });
    return { ...page, items: page.items.map((bulletin) => toBulletinRow(bulletin, region.code)) };
  }
}
