import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** 通报, frozen with their figures, and the private addresses of deadline calendars. */
export class Report2026010100017 implements MigrationInterface {
  name = 'Report2026010100017';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'bulletin',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.varchar('kind', 10),
        column.integer('year'),
        column.integer('part'),
        column.varchar('title', 200),
        column.date('as_of'),
        column.json('figures'),
        optional(column.text('remark')),
        column.varchar('status', 12),
        column.flag('published'),
        optional(column.varchar('period_key', 60)),
        column.instant('created_at'),
        optional(column.integer('created_by')),
        optional(column.integer('submitted_by')),
        optional(column.integer('published_by')),
        optional(column.instant('published_at')),
        optional(column.varchar('review_note', 500)),
      ],
      indices: [
        { name: 'ux_bulletin_period', columns: ['period_key'], unique: true },
        { name: 'ix_bulletin_published', columns: ['region_id', 'published', 'id'] },
        { name: 'ix_bulletin_region', columns: ['region_id', 'id'] },
      ],
      foreignKeys: [{ name: 'fk_bulletin_region', column: 'region_id', table: 'region' }],
    });
    await createTable(runner, {
      name: 'bulletin_event',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.integer('bulletin_id'),
        column.varchar('code', 20),
        column.instant('at'),
        optional(column.integer('account_id')),
        optional(column.varchar('note', 500)),
      ],
      indices: [{ name: 'ix_bulletin_event', columns: ['bulletin_id', 'id'] }],
      foreignKeys: [{ name: 'fk_bulletin_event_bulletin', column: 'bulletin_id', table: 'bulletin' }],
    });
    await createTable(runner, {
      name: 'calendar_feed',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.integer('account_id'),
        column.integer('unit_id'),
        column.varchar('token_hash', 64),
        column.instant('created_at'),
      ],
      indices: [
        { name: 'ux_calendar_feed_token', columns: ['token_hash'], unique: true },
        { name: 'ux_calendar_feed_account', columns: ['account_id', 'unit_id'], unique: true },
      ],
      foreignKeys: [{ name: 'fk_calendar_feed_unit', column: 'unit_id', table: 'unit' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['calendar_feed', 'bulletin_event', 'bulletin']);
  }
}
