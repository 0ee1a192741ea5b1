import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addColumns,
  column,
  createTable,
  dropColumns,
  dropTables,
  optional,
  primary,
} from '../../core/db/schema-kit';

/** The office's work on the ledger: parts, splits, amendments, remarks, close-out checks, frozen lights. */
export class LedgerWork2026010100016 implements MigrationInterface {
  name = 'LedgerWork2026010100016';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'task', [
      optional(column.varchar('standing', 10)),
      optional(column.flag('shown')),
      optional(column.integer('parent_id')),
      optional(column.varchar('place', 60)),
      optional(column.integer('parts')),
      optional(column.json('asks')),
      optional(column.integer('checker_id')),
      optional(column.flag('doubtful')),
    ]);
    await runner.createIndex(
      'task',
      new TableIndex({ name: 'ix_task_parts', columnNames: ['parent_id', 'list_order'] }),
    );
    await runner.createIndex(
      'task',
      new TableIndex({ name: 'ix_task_checker', columnNames: ['checker_id', 'closed', 'id'] }),
    );
    await addColumns(runner, 'task_event', [optional(column.date('finished_on'))]);
    await changes(runner);
    await lightsByMonth(runner);
    await createTable(runner, {
      name: 'link_check',
      columns: [
        column.id(),
        column.integer('progress_id'),
        column.varchar('url_hash', 64),
        column.varchar('state', 12),
        optional(column.integer('http_status')),
        column.instant('checked_at'),
      ],
      indices: [{ name: 'ux_link_check_url', columns: ['progress_id', 'url_hash'], unique: true }],
      foreignKeys: [{ name: 'fk_link_check_progress', column: 'progress_id', table: 'progress_report' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'link_check',
      'light_month',
      'task_light',
      'task_remark',
      'task_link',
      'task_change',
    ]);
    await dropColumns(runner, 'task_event', ['finished_on']);
    await runner.dropIndex('task', 'ix_task_checker');
    await runner.dropIndex('task', 'ix_task_parts');
    await dropColumns(runner, 'task', [
      'doubtful',
      'checker_id',
      'asks',
      'parts',
      'place',
      'parent_id',
      'shown',
      'standing',
    ]);
  }
}

async function changes(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'task_change',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('plan_id'),
      column.integer('task_id'),
      column.varchar('kind', 10),
      column.json('payload'),
      optional(column.json('was')),
      column.varchar('reason', 500),
      column.varchar('state', 10),
      optional(column.integer('proposed_by')),
      column.instant('proposed_at'),
      optional(column.integer('decided_by')),
      optional(column.instant('decided_at')),
      optional(column.varchar('note', 500)),
    ],
    indices: [
      { name: 'ix_task_change_region', columns: ['region_id', 'state', 'id'] },
      { name: 'ix_task_change_task', columns: ['task_id', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_task_change_task', column: 'task_id', table: 'task' }],
  });
  await createTable(runner, {
    name: 'task_link',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('from_id'),
      column.integer('to_id'),
      column.varchar('kind', 10),
      column.instant('at'),
    ],
    indices: [
      { name: 'ix_task_link_from', columns: ['from_id', 'id'] },
      { name: 'ix_task_link_to', columns: ['to_id', 'id'] },
    ],
    foreignKeys: [
      { name: 'fk_task_link_from', column: 'from_id', table: 'task' },
      { name: 'fk_task_link_to', column: 'to_id', table: 'task' },
    ],
  });
  await createTable(runner, {
    name: 'task_remark',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('task_id'),
      column.varchar('text', 500),
      column.integer('account_id'),
      column.varchar('author', 60),
      column.instant('at'),
    ],
    indices: [{ name: 'ix_task_remark_task', columns: ['task_id', 'id'] }],
    foreignKeys: [{ name: 'fk_task_remark_task', column: 'task_id', table: 'task' }],
  });
}

async function lightsByMonth(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'task_light',
    columns: [
      primary(column.integer('task_id')),
      primary(column.varchar('month', 7)),
      column.integer('region_id'),
      column.varchar('light', 12),
    ],
    foreignKeys: [{ name: 'fk_task_light_task', column: 'task_id', table: 'task' }],
  });
  await createTable(runner, {
    name: 'light_month',
    columns: [
      primary(column.integer('region_id')),
      primary(column.varchar('month', 7)),
      column.json('counts'),
      column.json('thresholds'),
      column.instant('frozen_at'),
    ],
    foreignKeys: [{ name: 'fk_light_month_region', column: 'region_id', table: 'region' }],
  });
}
