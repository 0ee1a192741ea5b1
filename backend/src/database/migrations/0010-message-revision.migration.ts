import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** Revising and hiding a published answer. */
export class MessageRevision2026010100010 implements MigrationInterface {
  name = 'MessageRevision2026010100010';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.integer('revision_id')),
      optional(column.varchar('hidden', 10)),
      optional(column.integer('hidden_by')),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'message', ['hidden_by', 'hidden', 'revision_id']);
  }
}
