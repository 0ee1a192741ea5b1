import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** Orders by state for the admin's list, and who brought a dead letter back. */
export class DeadLetters2026010100021 implements MigrationInterface {
  name = 'DeadLetters2026010100021';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'outbox', [
      optional(column.integer('replayed_by')),
      optional(column.instant('replayed_at')),
    ]);
    await runner.createIndex(
      'outbox',
      new TableIndex({ name: 'ix_outbox_state', columnNames: ['state', 'id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', 'ix_outbox_state');
    await dropColumns(runner, 'outbox', ['replayed_at', 'replayed_by']);
  }
}
