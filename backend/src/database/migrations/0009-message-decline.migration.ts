import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** Declining a message, and the author's objection. */
export class MessageDecline2026010100009 implements MigrationInterface {
  name = 'MessageDecline2026010100009';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [optional(column.varchar('objection', 10))]);
    await addColumns(runner, 'reply', [optional(column.varchar('decline_reason', 16))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'reply', ['decline_reason']);
    await dropColumns(runner, 'message', ['objection']);
  }
}
