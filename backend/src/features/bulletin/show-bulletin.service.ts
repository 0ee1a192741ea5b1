import { Injectable } from '@nestjs/common';
import type { BulletinDetail, BulletinRow, endpoints, InputOf, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { toBulletinDetail, toBulletinRow } from './bulletin.mapper';
import { overseesRegion } from './bulletin.policy';
import { BulletinRepository } from './bulletin.repository';
import { FindBulletinService } from './find-bulletin.service';

@Injectable()
export class ShowBulletinService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly bulletins: BulletinRepository,
    private readonly findBulletin: FindBulletinService,
  ) {}

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
