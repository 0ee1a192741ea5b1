import { Injectable } from '@nestjs/common';
import type { Page, UnitRef } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOfRow } from '../../core/db/row';
import { UnitAliasEntity, UnitEntity, UnitMemberEntity } from './unit.entity';
import { unitOf, type UnitRow } from './unit.mapper';

const COLUMNS = 'u.id, u.region_id, u.name, u.kind, u.is_office';

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

@Injectable()
export class UnitRepository extends BaseRepository {
  list(ctx: Ctx, regionId: number, limit: number, cursor: string | undefined): Promise<Page<UnitRow>> {
    const spec = {
      select: COLUMNS,
      from: 'unit u',
      index: 'ix_unit_order',
      where: ['u.region_id = ?'],
      parameters: [regionId],
      order: [
        { column: 'u.sort_order', type: 'number', direction: 'asc' },
        { column: 'u.id', type: 'number', direction: 'asc' },
      ],
      limit,
      cursor,
    } as const;
    return this.page(ctx, spec, unitOf);
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<UnitRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${COLUMNS} FROM unit u${this.byIndex('PRIMARY')} WHERE u.id IN (${places(ids)})`,
      ids,
    );
    return rows.map(unitOf);
  }

  async byName(ctx: Ctx, regionId: number, name: string): Promise<UnitRow | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM unit u WHERE u.region_id = ? AND u.name = ?`, [
      regionId,
      name,
    ]);
    return row && unitOf(row);
  }

  async byAlias(ctx: Ctx, regionId: number, name: string): Promise<UnitRow | null> {
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM unit_alias a JOIN unit u ON u.id = a.unit_id WHERE a.region_id = ? AND a.name = ?`,
      [regionId, name],
    );
    return row && unitOf(row);
  }

  async office(ctx: Ctx, regionId: number): Promise<UnitRow | null> {
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM unit u WHERE u.region_id = ? AND u.is_office = ? ORDER BY u.sort_order, u.id LIMIT 1`,
      [regionId, true],
    );
    return row && unitOf(row);
  }

  /** Aliases of several units, by unit id. */
  async aliases(ctx: Ctx, unitIds: readonly number[]): Promise<Map<number, string[]>> {
    if (unitIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT unit_id, name FROM unit_alias${this.byIndex('ix_unit_alias_unit')} ` +
        `WHERE unit_id IN (${places(unitIds)}) ORDER BY id`,
      unitIds,
    );
    return grouped(rows, (row) => [numberOf(row.unit_id), textOfRow(row.name)]);
  }

  /** Members of several collective units, by the collective's id. */
  async members(ctx: Ctx, collectiveIds: readonly number[]): Promise<Map<number, UnitRef[]>> {
    if (collectiveIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT m.collective_id, u.id, u.name FROM unit_member m JOIN unit u ON u.id = m.member_id ` +
        `WHERE m.collective_id IN (${places(collectiveIds)}) ORDER BY u.sort_order, u.id`,
      collectiveIds,
    );
    return grouped(rows, (row) => [
      numberOf(row.collective_id),
      { id: numberOf(row.id), name: textOfRow(row.name) },
    ]);
  }

  async nextSortOrder(ctx: Ctx, regionId: number): Promise<number> {
    const row = await this.row(ctx, 'SELECT MAX(sort_order) AS last FROM unit WHERE region_id = ?', [
      regionId,
    ]);
    return numberOf(row?.last) + 1;
  }

  async insert(ctx: Ctx, unit: Omit<UnitEntity, 'id' | 'region'>): Promise<number> {
    const done = await this.em(ctx).insert(UnitEntity, unit);
    return numberOf(done.identifiers[0]?.id);
  }

  async change(ctx: Ctx, id: number, unit: Pick<UnitEntity, 'name' | 'kind'>): Promise<void> {
    await this.of(ctx, UnitEntity).update({ id }, unit);
  }

  /** Takes away short names and members, before the new ones are written. */
  async clearNames(ctx: Ctx, id: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM unit_alias WHERE unit_id = ?', [id]);
    await this.execute(ctx, 'DELETE FROM unit_member WHERE collective_id = ?', [id]);
  }

  async addAlias(ctx: Ctx, alias: { regionId: number; unitId: number; name: string }): Promise<void> {
    await this.em(ctx).insert(UnitAliasEntity, alias);
  }

  async addMembers(ctx: Ctx, collectiveId: number, memberIds: readonly number[]): Promise<void> {
    if (memberIds.length === 0) return;
    await this.em(ctx).insert(
      UnitMemberEntity,
      memberIds.map((memberId) => ({ collectiveId, memberId })),
    );
  }
}

function grouped<R, T>(rows: readonly R[], entryOf: (row: R) => [number, T]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const [key, value] of rows.map(entryOf)) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
