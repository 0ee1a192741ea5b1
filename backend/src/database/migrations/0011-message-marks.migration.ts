import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

/** The marks of the message clock, and the lease under which a server looks at a message. */
export class MessageMarks2026010100011 implements MigrationInterface {
  name = 'MessageMarks2026010100011';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.varchar('sweep_owner', 40)),
      optional(column.instant('sweep_until')),
    ]);
    await createTable(runner, {
      name: 'message_mark',
      columns: [
        column.id(),
        column.integer('message_id'),
        column.integer('region_id'),
        column.varchar('kind', 12),
        column.date('day'),
        column.instant('marked_for'),
        column.instant('noticed_at'),
        column.instant('tell_at'),
        column.varchar('outcome', 8),
        optional(column.instant('told_at')),
      ],
      indices: [
        { name: 'ux_message_mark', columns: ['message_id', 'kind', 'day'], unique: true },
        { name: 'ix_message_mark_waiting', columns: ['outcome', 'region_id', 'tell_at', 'id'] },
      ],
      foreignKeys: [{ name: 'fk_message_mark_message', column: 'message_id', table: 'message' }],
    });
    // What is open was to be looked at on its due date only: it has reminders before that now.
    await runner.query(
      "UPDATE message SET sweep_at = received_at WHERE result = 'open' AND overdue_marked_at IS NULL AND paused_until IS NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['message_mark']);
    await dropColumns(runner, 'message', ['sweep_until', 'sweep_owner']);
  }
}
