import { Injectable } from '@nestjs/common';
import type { Page, ReplyRule } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { jsonOf, numberOf } from '../../core/db/row';
import { CalendarOverrideEntity, RegionEntity, ReplyRuleEntity } from './region.entity';
import { regionOf, type Region } from './region.mapper';

const COLUMNS = 'r.id, r.code, r.name, r.kind, r.filing_number, r.settings';

@Injectable()
export class RegionRepository extends BaseRepository {
  async byCode(ctx: Ctx, code: string): Promise<Region | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM region r WHERE r.code = ?`, [code]);
    return row && regionOf(row);
  }

  async byId(ctx: Ctx, id: number): Promise<Region | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM region r WHERE r.id = ?`, [id]);
    return row && regionOf(row);
  }

  list(ctx: Ctx, limit: number, cursor: string | undefined): Promise<Page<Region>> {
    const spec = {
      select: COLUMNS,
      from: 'region r',
      index: 'PRIMARY',
      where: [],
      parameters: [],
      order: [{ column: 'r.id', type: 'number', direction: 'asc' }],
      limit,
      cursor,
    } as const;
    return this.page(ctx, spec, regionOf);
  }

  /** The reply rule in force on a day; null while the region has promised nothing. */
  async ruleOn(ctx: Ctx, regionId: number, day: string): Promise<ReplyRule | null> {
    const row = await this.row(
      ctx,
      'SELECT rule FROM reply_rule WHERE region_id = ? AND effective_from <= ? ORDER BY effective_from DESC LIMIT 1',
      [regionId, day],
    );
    return row && jsonOf<ReplyRule>(row.rule);
  }

  async insert(ctx: Ctx, region: Omit<RegionEntity, 'id'>): Promise<number> {
    const done = await this.em(ctx).insert(RegionEntity, region);
    return numberOf(done.identifiers[0]?.id);
  }

  async insertRule(ctx: Ctx, rule: Omit<ReplyRuleEntity, 'id' | 'region'>): Promise<void> {
    await this.em(ctx).save(this.em(ctx).create(ReplyRuleEntity, rule));
  }

  async insertOverride(ctx: Ctx, override: Omit<CalendarOverrideEntity, 'id' | 'region'>): Promise<void> {
    await this.em(ctx).insert(CalendarOverrideEntity, override);
  }
}
