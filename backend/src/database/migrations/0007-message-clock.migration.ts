import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** Reclassification, pauses and extension of a message's clock. */
export class MessageClock2026010100007 implements MigrationInterface {
  name = 'MessageClock2026010100007';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.json('reclassified_from')),
      optional(column.json('pauses')),
      optional(column.date('paused_until')),
      optional(column.integer('extra_days')),
      optional(column.integer('extend_days')),
      optional(column.integer('extend_by')),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'message', [
      'extend_by',
      'extend_days',
      'extra_days',
      'paused_until',
      'pauses',
      'reclassified_from',
    ]);
  }
}
