import { Injectable } from '@nestjs/common';
import {
  bulletinKindWords,
  datesOfPeriod,
  partsOfYear,
  periodName,
  type BulletinDetail,
  type BulletinPeriod,
  type endpoints,
  type InputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError, invalidInput } from '../../core/errors/app-error';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import type { Region } from '../region/region.mapper';
import { BulletinRepository } from './bulletin.repository';
import { CountBulletinService } from './count-bulletin.service';
import { ShowBulletinService } from './show-bulletin.service';

@Injectable()
export class CreateBulletinService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly bulletins: BulletinRepository,
    private readonly count: CountBulletinService,
    private readonly showBulletin: ShowBulletinService,
  ) {}

  /** The figures are those of this moment, counted and stored in one piece. */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.bulletin.create>): Promise<BulletinDetail> {
    const region = await this.regions.byCode(ctx, input.code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const { kind, year, part, remark } = input;
    if (part > partsOfYear[kind]) throw invalidInput('part', '没有这一期');
    const { from } = datesOfPeriod({ kind, year, part });
    if (from > ctx.clock.today()) throw new AppError('BULLETIN_TOO_EARLY', { period: periodName(input) });
    const id = await this.uow.run(ctx, (ctx) =>
      this.store(ctx, region, { kind, year, part }, remark ?? null),
    );
    return this.showBulletin.run(ctx, id);
  }

  private async store(
    ctx: Ctx,
    region: Region,
    period: BulletinPeriod,
    remark: string | null,
  ): Promise<number> {
    const figures = await this.count.run(ctx, region, period);
    const id = await this.bulletins.insert(ctx, {
      regionId: region.id,
      ...period,
      title: `${region.name}${periodName(period)}政务公开工作要点落实情况${bulletinKindWords[period.kind].slice(2)}`,
      asOf: figures.asOf,
      figures,
      remark,
      status: 'draft',
      published: false,
      periodKey: `${region.id}:${period.kind}:${period.year}:${period.part}`,
      createdAt: ctx.clock.now(),
      createdBy: requireActor(ctx).accountId,
      submittedBy: null,
      publishedBy: null,
      publishedAt: null,
      reviewNote: null,
    });
    await this.bulletins.appendEvent(ctx, { id, regionId: region.id }, 'created');
    return id;
  }
}
