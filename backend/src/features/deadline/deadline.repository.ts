import { Injectable } from '@nestjs/common';
import type { ReplyRule, WorkCalendarOverride } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { flagOf, jsonOf, numberOf, textOfRow } from '../../core/db/row';

export interface StoredRule {
  readonly id: number;
  readonly rule: ReplyRule;
}

/** Rules and own days of regions: small tables, read on the way of every promise. */
@Injectable()
export class DeadlineRepository extends BaseRepository {
  /** The rule in force on a day, or null while the region has promised nothing. */
  async ruleOn(ctx: Ctx, regionId: number, day: string): Promise<StoredRule | null> {
    const row = await this.row(
      ctx,
      'SELECT id, rule FROM reply_rule WHERE region_id = ? AND effective_from <= ? ORDER BY effective_from DESC LIMIT 1',
      [regionId, day],
    );
    return row && { id: numberOf(row.id), rule: jsonOf<ReplyRule>(row.rule) };
  }

  async rule(ctx: Ctx, regionId: number, id: number): Promise<StoredRule | null> {
    const row = await this.row(ctx, 'SELECT id, rule FROM reply_rule WHERE id = ? AND region_id = ?', [
      id,
      regionId,
    ]);
    return row && { id: numberOf(row.id), rule: jsonOf<ReplyRule>(row.rule) };
  }

  async overrides(ctx: Ctx, regionId: number): Promise<WorkCalendarOverride[]> {
    const rows = await this.rows(
      ctx,
      'SELECT day, working, decision FROM calendar_override WHERE region_id = ? ORDER BY day LIMIT 2000',
      [regionId],
    );
    return rows.map((row) => ({
      date: textOfRow(row.day),
      working: flagOf(row.working),
      decision: textOfRow(row.decision),
    }));
  }
}
