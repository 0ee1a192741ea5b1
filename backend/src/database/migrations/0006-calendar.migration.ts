import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** Imported years, the versions of each region's calendar, and the due dates that a version moved. */
export class Calendar2026010100006 implements MigrationInterface {
  name = 'Calendar2026010100006';

  async up(runner: QueryRunner): Promise<void> {
    await years(runner);
    await versions(runner);
    await moves(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['due_move', 'calendar_version', 'calendar_year']);
  }
}

function years(runner: QueryRunner): Promise<void> {
  return createTable(runner, {
    name: 'calendar_year',
    columns: [
      column.id(),
      column.integer('seq'),
      column.integer('year'),
      column.integer('version'),
      column.varchar('source', 200),
      column.json('content'),
      column.text('notice'),
      column.instant('imported_at'),
      optional(column.integer('imported_by')),
      optional(column.instant('spread_at')),
    ],
    indices: [
      { name: 'ux_calendar_year_seq', columns: ['seq'], unique: true },
      { name: 'ux_calendar_year_version', columns: ['year', 'version'], unique: true },
      { name: 'ix_calendar_year_spread', columns: ['spread_at', 'seq'] },
    ],
  });
}

function versions(runner: QueryRunner): Promise<void> {
  return createTable(runner, {
    name: 'calendar_version',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('cause', 12),
      optional(column.integer('year')),
      optional(column.integer('year_seq')),
      optional(column.date('day')),
      optional(column.integer('override_id')),
      column.varchar('version_before', 60),
      column.varchar('version', 60),
      column.integer('year_stamp'),
      column.integer('override_stamp'),
      column.date('first_day'),
      column.instant('changed_at'),
      optional(column.integer('changed_by')),
      optional(column.instant('cursor_at')),
      column.integer('cursor_id'),
      column.integer('scan_changes'),
      column.integer('moved_later'),
      column.integer('moved_earlier'),
      column.integer('settled'),
      optional(column.instant('done_at')),
    ],
    indices: [
      { name: 'ix_calendar_version_region', columns: ['region_id', 'id'] },
      { name: 'ix_calendar_version_open', columns: ['done_at', 'region_id', 'id'] },
      { name: 'ux_calendar_version_year', columns: ['region_id', 'year_seq'], unique: true },
    ],
    foreignKeys: [{ name: 'fk_calendar_version_region', column: 'region_id', table: 'region' }],
  });
}

function moves(runner: QueryRunner): Promise<void> {
  return createTable(runner, {
    name: 'due_move',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('message_id'),
      column.integer('version_id'),
      column.varchar('cause', 12),
      column.varchar('status', 12),
      column.date('from_due_on'),
      column.date('to_due_on'),
      column.instant('created_at'),
      optional(column.instant('decided_at')),
      optional(column.integer('decided_by')),
    ],
    indices: [
      { name: 'ix_due_move_region', columns: ['region_id', 'status', 'id'] },
      { name: 'ix_due_move_figures', columns: ['region_id', 'cause', 'to_due_on', 'status', 'message_id'] },
      { name: 'ix_due_move_message', columns: ['message_id', 'id'] },
    ],
    foreignKeys: [
      { name: 'fk_due_move_region', column: 'region_id', table: 'region' },
      { name: 'fk_due_move_message', column: 'message_id', table: 'message' },
      { name: 'fk_due_move_version', column: 'version_id', table: 'calendar_version' },
    ],
  });
}
