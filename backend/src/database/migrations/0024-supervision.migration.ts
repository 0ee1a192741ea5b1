import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional, primary } from '../../core/db/schema-kit';

const FIGURES = [
  'region_id',
  'due_on',
  'due_at',
  'unit_id',
  'overdue_unit_id',
  'received_simple',
  'result',
  'reclassified',
  'answer_minutes',
  'origin',
  'status',
  'kind',
  'was_paused',
  'extra_days',
  'held_since',
];

/** 督办单 with their log, urging by hand, reminders about tasks, merged messages in the figures, and what changed in a region. */
export class Supervision2026010100024 implements MigrationInterface {
  name = 'Supervision2026010100024';

  async up(runner: QueryRunner): Promise<void> {
    await supervisions(runner);
    await reminders(runner);
    await figuresIndex(runner, [...FIGURES, 'merged_into']);
    await runner.createIndex(
      'task_event',
      new TableIndex({ name: 'ix_task_event_region', columnNames: ['region_id', 'code', 'at', 'task_id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('task_event', 'ix_task_event_region');
    await figuresIndex(runner, FIGURES);
    await dropTables(runner, ['task_reminder', 'reminder_day', 'urge', 'supervision_event', 'supervision']);
  }
}

/** Merged messages in the figures. The next index first: a foreign key leans on the one that is replaced. */
async function figuresIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.createIndex('message', new TableIndex({ name: 'ix_message_figures_next', columnNames }));
  await runner.dropIndex('message', 'ix_message_figures');
  await runner.createIndex('message', new TableIndex({ name: 'ix_message_figures', columnNames }));
  await runner.dropIndex('message', 'ix_message_figures_next');
}

async function supervisions(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'supervision',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('year'),
      column.integer('seq'),
      column.varchar('subject_kind', 8),
      optional(column.integer('task_id')),
      optional(column.integer('message_id')),
      column.integer('unit_id'),
      column.text('instruction'),
      column.varchar('status', 12),
      optional(column.varchar('open_key', 60)),
      column.date('due_on'),
      column.instant('due_at'),
      column.integer('issued_by'),
      column.instant('issued_at'),
      optional(column.text('answer')),
      optional(column.integer('answered_by')),
      optional(column.instant('answered_at')),
      optional(column.instant('closed_at')),
      optional(column.date('overdue_on')),
      optional(column.instant('escalated_at')),
      optional(column.instant('sweep_at')),
      column.integer('version'),
    ],
    indices: [
      { name: 'ux_supervision_number', columns: ['region_id', 'year', 'seq'], unique: true },
      { name: 'ux_supervision_open', columns: ['open_key'], unique: true },
      { name: 'ix_supervision_region', columns: ['region_id', 'id'] },
      { name: 'ix_supervision_region_status', columns: ['region_id', 'status', 'due_at', 'id'] },
      { name: 'ix_supervision_unit', columns: ['unit_id', 'id'] },
      { name: 'ix_supervision_unit_status', columns: ['unit_id', 'status', 'due_at', 'id'] },
      { name: 'ix_supervision_task', columns: ['task_id', 'id'] },
      { name: 'ix_supervision_message', columns: ['message_id', 'id'] },
      { name: 'ix_supervision_sweep', columns: ['sweep_at', 'id'] },
    ],
    foreignKeys: [
      { name: 'fk_supervision_region', column: 'region_id', table: 'region' },
      { name: 'fk_supervision_task', column: 'task_id', table: 'task' },
      { name: 'fk_supervision_message', column: 'message_id', table: 'message' },
      { name: 'fk_supervision_unit', column: 'unit_id', table: 'unit' },
    ],
  });
  await createTable(runner, {
    name: 'supervision_event',
    columns: [
      column.id(),
      column.integer('supervision_id'),
      column.varchar('code', 12),
      column.instant('at'),
      optional(column.integer('account_id')),
      optional(column.text('text')),
    ],
    indices: [{ name: 'ix_supervision_event_thing', columns: ['supervision_id', 'id'] }],
    foreignKeys: [{ name: 'fk_supervision_event_thing', column: 'supervision_id', table: 'supervision' }],
  });
}

async function reminders(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'urge',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('subject_kind', 8),
      column.integer('subject_id'),
      column.date('day'),
      column.integer('account_id'),
      column.instant('at'),
    ],
    indices: [{ name: 'ux_urge_day', columns: ['subject_kind', 'subject_id', 'day'], unique: true }],
  });
  await createTable(runner, {
    name: 'reminder_day',
    columns: [primary(column.integer('region_id')), primary(column.date('day')), column.integer('told')],
  });
  await createTable(runner, {
    name: 'task_reminder',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('task_id'),
      column.varchar('stage', 10),
      column.date('about'),
      column.instant('at'),
    ],
    indices: [{ name: 'ux_task_reminder', columns: ['task_id', 'stage', 'about'], unique: true }],
    foreignKeys: [{ name: 'fk_task_reminder_task', column: 'task_id', table: 'task' }],
  });
}
