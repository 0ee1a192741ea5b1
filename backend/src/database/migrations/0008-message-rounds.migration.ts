import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

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
];

/** Follow-ups and reworks: messages that follow another one, told apart in the figures. */
export class MessageRounds2026010100008 implements MigrationInterface {
  name = 'MessageRounds2026010100008';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.integer('parent_id')),
      optional(column.varchar('origin', 10)),
    ]);
    await figuresIndex(runner, [...FIGURES, 'origin', 'status']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await figuresIndex(runner, FIGURES);
    await dropColumns(runner, 'message', ['origin', 'parent_id']);
  }
}

async function figuresIndex(runner: QueryRunner, columnNames: string[]): Promise<void> {
  const index = new TableIndex({ name: 'ix_message_figures', columnNames });
  await runner.createIndex('message', new TableIndex({ name: 'ix_message_figures_next', columnNames }));
  await runner.dropIndex('message', 'ix_message_figures');
  await runner.createIndex('message', index);
  await runner.dropIndex('message', 'ix_message_figures_next');
}
