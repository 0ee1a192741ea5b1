import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional, primary } from '../../core/db/schema-kit';

/** Plans with their tree, imports, tasks with their units, progress reports, search. */
export class Ledger2026010100003 implements MigrationInterface {
  name = 'Ledger2026010100003';

  async up(runner: QueryRunner): Promise<void> {
    await plans(runner);
    await imports(runner);
    await tasks(runner);
    await progress(runner);
    await search(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'search_gram',
      'search_document',
      'progress_report',
      'task_event',
      'task_reach',
      'task_unit',
      'task',
      'plan_import',
      'plan_event',
      'work_point',
      'work_plan',
    ]);
  }
}

async function plans(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'work_plan',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('year'),
      column.varchar('title', 300),
      optional(column.varchar('notice_title', 300)),
      optional(column.varchar('document_number', 100)),
      optional(column.varchar('issuer', 200)),
      optional(column.date('issued_on')),
      optional(column.date('printed_on')),
      optional(column.varchar('disclosure', 100)),
      optional(column.text('addressees')),
      optional(column.text('overview')),
      optional(column.text('closing')),
      column.text('source_text'),
      column.varchar('file_name', 255),
      column.json('remarks'),
      column.json('unit_lists'),
      column.varchar('status', 16),
      column.flag('published'),
      optional(column.varchar('published_key', 80)),
      column.instant('created_at'),
      optional(column.integer('created_by')),
      optional(column.integer('submitted_by')),
      optional(column.integer('approved_by')),
      optional(column.integer('published_by')),
      optional(column.instant('published_at')),
      optional(column.varchar('publish_decision', 300)),
      optional(column.varchar('review_note', 500)),
    ],
    indices: [
      { name: 'ux_work_plan_published', columns: ['published_key'], unique: true },
      { name: 'ix_work_plan_published', columns: ['region_id', 'published', 'year', 'id'] },
      { name: 'ix_work_plan_region', columns: ['region_id', 'year', 'id'] },
      { name: 'ix_work_plan_review', columns: ['region_id', 'status', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_work_plan_region', column: 'region_id', table: 'region' }],
  });
  await createTable(runner, {
    name: 'work_point',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('plan_id'),
      optional(column.integer('parent_id')),
      column.integer('position'),
      column.varchar('level', 10),
      optional(column.varchar('number', 40)),
      optional(column.text('title')),
      optional(column.text('text')),
      optional(column.text('unit_text')),
      column.json('lead_units'),
      column.json('responsible_units'),
      optional(column.text('deadline_text')),
      optional(column.date('due_on')),
    ],
    indices: [{ name: 'ix_work_point_order', columns: ['plan_id', 'position'] }],
    foreignKeys: [{ name: 'fk_work_point_plan', column: 'plan_id', table: 'work_plan' }],
  });
  await createTable(runner, {
    name: 'plan_event',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('plan_id'),
      column.varchar('code', 20),
      column.instant('at'),
      optional(column.integer('account_id')),
      optional(column.varchar('note', 500)),
    ],
    indices: [{ name: 'ix_plan_event_plan', columns: ['plan_id', 'id'] }],
    foreignKeys: [{ name: 'fk_plan_event_plan', column: 'plan_id', table: 'work_plan' }],
  });
}

async function imports(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'plan_import',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('file_name', 255),
      column.varchar('status', 16),
      column.text('source_text'),
      column.json('parsed'),
      optional(column.integer('plan_id')),
      column.instant('created_at'),
      optional(column.integer('created_by')),
    ],
    indices: [{ name: 'ix_plan_import_region', columns: ['region_id', 'id'] }],
    foreignKeys: [{ name: 'fk_plan_import_region', column: 'region_id', table: 'region' }],
  });
}

async function tasks(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'task',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('plan_id'),
      optional(column.integer('point_id')),
      column.integer('year'),
      column.bigint('list_order'),
      optional(column.varchar('no', 40)),
      column.text('text'),
      optional(column.varchar('section', 300)),
      optional(column.varchar('group_name', 300)),
      optional(column.text('unit_text')),
      column.json('lead_units'),
      column.json('responsible_units'),
      optional(column.varchar('deadline_text', 300)),
      optional(column.date('due_on')),
      column.flag('continuous'),
      column.json('flags'),
      column.flag('published'),
      column.integer('percent'),
      optional(column.date('last_progress_on')),
      column.flag('closed'),
      optional(column.date('finished_on')),
    ],
    indices: [
      { name: 'ix_task_ledger', columns: ['region_id', 'published', 'list_order'] },
      { name: 'ix_task_plan', columns: ['plan_id', 'list_order'] },
      { name: 'ix_task_due', columns: ['region_id', 'published', 'closed', 'due_on', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_task_plan', column: 'plan_id', table: 'work_plan' }],
  });
  await createTable(runner, {
    name: 'task_unit',
    columns: [
      column.id(),
      column.integer('task_id'),
      optional(column.integer('unit_id')),
      column.varchar('role', 12),
      column.varchar('name', 200),
      column.integer('position'),
    ],
    indices: [
      { name: 'ix_task_unit_task', columns: ['task_id', 'position'] },
      { name: 'ix_task_unit_unit', columns: ['unit_id', 'task_id'] },
    ],
    foreignKeys: [{ name: 'fk_task_unit_task', column: 'task_id', table: 'task' }],
  });
  await createTable(runner, {
    name: 'task_reach',
    columns: [
      column.id(),
      column.integer('unit_id'),
      column.bigint('list_order'),
      column.integer('task_id'),
      column.varchar('role', 12),
      optional(column.integer('via_unit_id')),
    ],
    indices: [
      { name: 'ux_task_reach', columns: ['unit_id', 'list_order', 'task_id'], unique: true },
      { name: 'ix_task_reach_task', columns: ['task_id', 'unit_id'] },
    ],
    foreignKeys: [{ name: 'fk_task_reach_task', column: 'task_id', table: 'task' }],
  });
  await createTable(runner, {
    name: 'task_event',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('task_id'),
      column.varchar('code', 20),
      column.instant('at'),
      optional(column.integer('account_id')),
      optional(column.integer('progress_id')),
      optional(column.varchar('note', 500)),
    ],
    indices: [{ name: 'ix_task_event_task', columns: ['task_id', 'id'] }],
    foreignKeys: [{ name: 'fk_task_event_task', column: 'task_id', table: 'task' }],
  });
}

async function progress(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'progress_report',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('task_id'),
      column.integer('unit_id'),
      column.varchar('unit_name', 100),
      column.text('text'),
      column.integer('percent'),
      column.json('links'),
      column.flag('asks_close'),
      column.varchar('status', 16),
      column.integer('submitted_by'),
      column.instant('submitted_at'),
      optional(column.integer('decided_by')),
      optional(column.instant('decided_at')),
      optional(column.varchar('note', 500)),
      column.flag('spent'),
    ],
    indices: [
      { name: 'ix_progress_task', columns: ['task_id', 'id'] },
      { name: 'ix_progress_review', columns: ['unit_id', 'status', 'id'] },
      { name: 'ix_progress_region', columns: ['region_id', 'status', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_progress_report_task', column: 'task_id', table: 'task' }],
  });
}

async function search(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'search_document',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('kind_rank'),
      column.integer('ref_id'),
      optional(column.integer('plan_id')),
      column.text('title'),
      column.text('body'),
      column.text('norm'),
      optional(column.varchar('note', 200)),
    ],
    indices: [
      { name: 'ux_search_document_ref', columns: ['kind_rank', 'ref_id'], unique: true },
      { name: 'ix_search_document_list', columns: ['region_id', 'kind_rank', 'id'] },
    ],
  });
  await createTable(runner, {
    name: 'search_gram',
    columns: [
      primary(column.integer('region_id')),
      primary(column.varchar('gram', 4)),
      primary(column.integer('kind_rank')),
      primary(column.integer('document_id')),
    ],
    indices: [{ name: 'ix_search_gram_document', columns: ['document_id'] }],
  });
}
