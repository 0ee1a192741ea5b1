import { Injectable } from '@nestjs/common';
import { addDays, type Page, type ReplyRule, type ReplyRuleVersion } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { flagOf, jsonOf, numberOf, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { CalendarOverrideEntity, RegionEntity, ReplyRuleEntity, type RegionSettings } from './region.entity';
import { regionOf, type Region } from './region.mapper';

const COLUMNS = 'r.id, r.code, r.name, r.kind, r.filing_number, r.settings';

export interface StoredOverride {
  readonly day: string;
  readonly turn: number;
  readonly working: boolean;
}

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

  /** Every version of the promise, the latest first. */
  rules(
    ctx: Ctx,
    regionId: number,
    today: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<ReplyRuleVersion>> {
    const spec = {
      select:
        'p.id, p.effective_from, p.rule, p.source, p.created_at, ' +
        '(SELECT MIN(n.effective_from) FROM reply_rule n WHERE n.region_id = p.region_id ' +
        'AND n.effective_from > p.effective_from) AS next_from',
      from: 'reply_rule p',
      index: 'ux_reply_rule_from',
      where: ['p.region_id = ?'],
      parameters: [regionId],
      order: [
        { column: 'p.effective_from', type: 'string', direction: 'desc' },
        { column: 'p.id', type: 'number', direction: 'desc' },
      ],
      ...page,
    } as const;
    return this.page(ctx, spec, (row) => ruleVersionOf(row, today));
  }

  /** The last day of the version that begins on a date; null while none follows. */
  async ruleEnd(ctx: Ctx, regionId: number, effectiveFrom: string): Promise<string | null> {
    const row = await this.row(
      ctx,
      'SELECT MIN(effective_from) AS next_from FROM reply_rule WHERE region_id = ? AND effective_from > ?',
      [regionId, effectiveFrom],
    );
    return dayBefore(textOrNull(row?.next_from));
  }

  async insertRule(ctx: Ctx, rule: Omit<ReplyRuleEntity, 'id' | 'region'>): Promise<number> {
    const stored = await this.em(ctx).save(this.em(ctx).create(ReplyRuleEntity, rule));
    return stored.id;
  }

  /** Holds the row until the unit of work ends; the update changes nothing. */
  async lock(ctx: Ctx, id: number): Promise<void> {
    await this.execute(ctx, 'UPDATE region SET code = code WHERE id = ?', [id]);
  }

  async saveSettings(ctx: Ctx, id: number, settings: RegionSettings): Promise<void> {
    await this.of(ctx, RegionEntity).update({ id }, { settings });
  }

  /** An own day of the region as it was set or taken back. */
  async override(ctx: Ctx, regionId: number, id: number): Promise<StoredOverride | null> {
    const row = await this.row(
      ctx,
      'SELECT day, turn, working FROM calendar_override WHERE id = ? AND region_id = ?',
      [id, regionId],
    );
    return row && { day: textOfRow(row.day), turn: numberOf(row.turn), working: flagOf(row.working) };
  }

  /** How often a day was set or taken back. */
  async overrideTurns(ctx: Ctx, regionId: number, day: string): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT MAX(turn) AS turns FROM calendar_override WHERE region_id = ? AND day = ?',
      [regionId, day],
    );
    return numberOf(row?.turns);
  }

  async saveFilingNumber(ctx: Ctx, id: number, filingNumber: string | null): Promise<void> {
    await this.of(ctx, RegionEntity).update({ id }, { filingNumber });
  }

  async insertOverride(ctx: Ctx, override: Omit<CalendarOverrideEntity, 'id' | 'region'>): Promise<number> {
    const done = await this.em(ctx).insert(CalendarOverrideEntity, override);
    return numberOf(done.identifiers[0]?.id);
  }
}

const dayBefore = (date: string | null): string | null => (date === null ? null : addDays(date, -1));

function ruleVersionOf(row: Row, today: string): ReplyRuleVersion {
  const [effectiveFrom, effectiveUntil] = [
    textOfRow(row.effective_from),
    dayBefore(textOrNull(row.next_from)),
  ];
  const over = effectiveUntil !== null && effectiveUntil < today;
  return {
    id: numberOf(row.id),
    effectiveFrom,
    effectiveUntil,
    state: effectiveFrom > today ? 'future' : over ? 'past' : 'current',
    rule: jsonOf<ReplyRule>(row.rule),
    source: textOrNull(row.source),
    createdAt: wireInstant(row.created_at),
  };
}
