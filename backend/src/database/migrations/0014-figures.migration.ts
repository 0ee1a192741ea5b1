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
import { writeStays } from './0014-stays';

const BEFORE = [
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
];

/** Pauses, extensions, kinds and holding times in the figures, and the lists behind every number. */
export class Figures2026010100014 implements MigrationInterface {
  name = 'Figures2026010100014';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [optional(column.flag('was_paused'))]);
    await runner.query('UPDATE message SET was_paused = 1 WHERE pauses IS NOT NULL');
    await replaceIndex(runner, [...BEFORE, 'kind', 'was_paused', 'extra_days', 'held_since']);
    await runner.createIndex(
      'message',
      new TableIndex({ name: 'ix_message_due', columnNames: ['region_id', 'due_on', 'id'] }),
    );
    await createTable(runner, {
      name: 'message_stay',
      columns: [
        primary(column.integer('message_id')),
        primary(column.integer('seq')),
        column.integer('unit_id'),
        column.instant('from_at'),
        column.instant('to_at'),
        column.integer('minutes'),
      ],
      foreignKeys: [{ name: 'fk_message_stay_message', column: 'message_id', table: 'message' }],
    });
    await writeStays(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['message_stay']);
    await runner.dropIndex('message', 'ix_message_due');
    await replaceIndex(runner, BEFORE);
    await dropColumns(runner, 'message', ['was_paused']);
  }
}

/** The next one first: a foreign key of the table leans on the index that begins with the region. */
async function replaceIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.createIndex('message', new TableIndex({ name: 'ix_message_figures_next', columnNames }));
  await runner.dropIndex('message', 'ix_message_figures');
  await runner.createIndex('message', new TableIndex({ name: 'ix_message_figures', columnNames }));
  await runner.dropIndex('message', 'ix_message_figures_next');
}
