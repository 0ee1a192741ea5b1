import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** 服务窗口 with their codes, and what people say there. */
export class Counter2026010100037 implements MigrationInterface {
  name = 'Counter2026010100037';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'counter',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.integer('unit_id'),
        column.varchar('name', 40),
        column.varchar('scene', 16),
        column.integer('created_by'),
        column.instant('created_at'),
        optional(column.instant('closed_at')),
      ],
      indices: [
        { name: 'ux_counter_scene', columns: ['scene'], unique: true },
        { name: 'ux_counter_name', columns: ['region_id', 'unit_id', 'name'], unique: true },
        { name: 'ix_counter_region', columns: ['region_id', 'id'] },
      ],
      foreignKeys: [
        { name: 'fk_counter_region', column: 'region_id', table: 'region' },
        { name: 'fk_counter_unit', column: 'unit_id', table: 'unit' },
      ],
    });
    await createTable(runner, {
      name: 'counter_rating',
      columns: [
        column.id(),
        column.integer('counter_id'),
        optional(column.integer('account_id')),
        column.date('day'),
        column.integer('level'),
        optional(column.varchar('text', 200)),
        column.instant('rated_at'),
      ],
      indices: [
        { name: 'ux_counter_rating_day', columns: ['counter_id', 'account_id', 'day'], unique: true },
        { name: 'ix_counter_rating_counter', columns: ['counter_id', 'id'] },
        { name: 'ix_counter_rating_account', columns: ['account_id'] },
      ],
      foreignKeys: [{ name: 'fk_counter_rating_counter', column: 'counter_id', table: 'counter' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['counter_rating', 'counter']);
  }
}
