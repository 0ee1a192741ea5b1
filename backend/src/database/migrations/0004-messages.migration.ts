import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional, primary } from '../../core/db/schema-kit';

/** Messages with their clock and chain, replies, ratings, notes to people. */
export class Messages2026010100004 implements MigrationInterface {
  name = 'Messages2026010100004';

  async up(runner: QueryRunner): Promise<void> {
    await messages(runner);
    await chain(runner);
    await replies(runner);
    await notifications(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'notification',
      'rating',
      'reply_template',
      'reply',
      'message_note',
      'message_event',
      'message',
      'daily_counter',
    ]);
  }
}

async function messages(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'message',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('number', 24),
      column.varchar('kind', 16),
      column.flag('simple'),
      column.flag('received_simple'),
      optional(column.text('text')),
      optional(column.varchar('text_salt', 32)),
      optional(column.integer('task_id')),
      column.integer('unit_id'),
      column.integer('author_id'),
      optional(column.varchar('contact_name', 20)),
      optional(column.varchar('contact_phone', 200)),
      column.flag('public_wanted'),
      column.flag('public_shown'),
      optional(column.text('public_text')),
      column.varchar('status', 16),
      column.instant('received_at'),
      column.date('received_on'),
      column.integer('working_days'),
      column.date('due_on'),
      column.instant('due_at'),
      column.flag('provisional'),
      optional(column.integer('rule_id')),
      column.varchar('calendar_version', 60),
      column.flag('reclassified'),
      optional(column.integer('reply_id')),
      optional(column.instant('answered_at')),
      optional(column.integer('answer_minutes')),
      column.varchar('result', 10),
      optional(column.instant('overdue_marked_at')),
      optional(column.date('overdue_on')),
      optional(column.integer('overdue_unit_id')),
      column.instant('held_since'),
      optional(column.instant('sweep_at')),
      column.integer('chain_length'),
      column.varchar('chain_last', 64),
      column.varchar('chain_head', 64),
      column.integer('version'),
    ],
    indices: [
      { name: 'ux_message_number', columns: ['region_id', 'number'], unique: true },
      { name: 'ix_message_public', columns: ['region_id', 'public_shown', 'id'] },
      { name: 'ix_message_public_unit', columns: ['unit_id', 'public_shown', 'id'] },
      { name: 'ix_message_public_kind', columns: ['region_id', 'public_shown', 'kind', 'id'] },
      { name: 'ix_message_task', columns: ['task_id', 'public_shown', 'id'] },
      { name: 'ix_message_author', columns: ['author_id', 'id'] },
      { name: 'ix_message_unit', columns: ['unit_id', 'id'] },
      { name: 'ix_message_region', columns: ['region_id', 'id'] },
      { name: 'ix_message_unit_status', columns: ['unit_id', 'status', 'due_at', 'id'] },
      { name: 'ix_message_unit_result', columns: ['unit_id', 'result', 'due_at', 'id'] },
      { name: 'ix_message_region_result', columns: ['region_id', 'result', 'due_at', 'id'] },
      {
        name: 'ix_message_figures',
        columns: [
          'region_id',
          'due_on',
          'due_at',
          'unit_id',
          'overdue_unit_id',
          'received_simple',
          'result',
          'reclassified',
          'answer_minutes',
        ],
      },
      { name: 'ix_message_sweep', columns: ['sweep_at', 'id'] },
    ],
    foreignKeys: [
      { name: 'fk_message_region', column: 'region_id', table: 'region' },
      { name: 'fk_message_task', column: 'task_id', table: 'task' },
      { name: 'fk_message_unit', column: 'unit_id', table: 'unit' },
      { name: 'fk_message_author', column: 'author_id', table: 'account' },
    ],
  });
  await createTable(runner, {
    name: 'daily_counter',
    columns: [primary(column.varchar('scope', 60)), primary(column.date('day')), column.integer('value')],
  });
}

async function chain(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'message_event',
    columns: [
      column.id(),
      column.integer('message_id'),
      column.integer('region_id'),
      column.integer('seq'),
      column.varchar('code', 24),
      column.instant('at'),
      column.varchar('made_by', 8),
      optional(column.integer('actor_id')),
      column.integer('unit_id'),
      column.json('facts'),
      optional(column.varchar('digest', 64)),
      column.varchar('hash', 64),
    ],
    indices: [
      { name: 'ux_message_event_seq', columns: ['message_id', 'seq'], unique: true },
      { name: 'ix_message_event_at', columns: ['at'] },
    ],
    foreignKeys: [{ name: 'fk_message_event_message', column: 'message_id', table: 'message' }],
  });
  await createTable(runner, {
    name: 'message_note',
    columns: [
      column.id(),
      column.integer('message_id'),
      column.integer('seq'),
      optional(column.text('text')),
      optional(column.varchar('salt', 32)),
    ],
    indices: [{ name: 'ux_message_note_seq', columns: ['message_id', 'seq'], unique: true }],
    foreignKeys: [{ name: 'fk_message_note_message', column: 'message_id', table: 'message' }],
  });
}

async function replies(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'reply',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('message_id'),
      column.integer('unit_id'),
      column.text('text'),
      column.varchar('text_salt', 32),
      optional(column.text('public_text')),
      optional(column.varchar('holding_reason', 500)),
      column.varchar('status', 12),
      column.integer('drafter_id'),
      column.instant('drafted_at'),
      optional(column.integer('reviewer_id')),
      optional(column.instant('decided_at')),
      optional(column.varchar('note', 500)),
    ],
    indices: [{ name: 'ix_reply_message', columns: ['message_id', 'id'] }],
    foreignKeys: [{ name: 'fk_reply_message', column: 'message_id', table: 'message' }],
  });
  await createTable(runner, {
    name: 'reply_template',
    columns: [
      column.id(),
      column.integer('region_id'),
      optional(column.integer('unit_id')),
      optional(column.varchar('kind', 16)),
      column.varchar('title', 60),
      column.text('text'),
    ],
    indices: [{ name: 'ix_reply_template_unit', columns: ['region_id', 'unit_id', 'id'] }],
  });
  await createTable(runner, {
    name: 'rating',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('message_id'),
      column.integer('reply_id'),
      column.integer('level'),
      optional(column.text('text')),
      optional(column.varchar('text_salt', 32)),
      column.instant('rated_at'),
    ],
    indices: [
      { name: 'ux_rating_message', columns: ['message_id'], unique: true },
      { name: 'ix_rating_region', columns: ['region_id', 'level', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_rating_message', column: 'message_id', table: 'message' }],
  });
}

async function notifications(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'notification',
    columns: [
      column.id(),
      column.integer('account_id'),
      column.varchar('topic', 24),
      column.varchar('text', 200),
      column.varchar('target_kind', 12),
      column.integer('target_id'),
      column.varchar('dedupe_key', 120),
      column.instant('created_at'),
      optional(column.instant('read_at')),
    ],
    indices: [
      { name: 'ux_notification_dedupe', columns: ['account_id', 'dedupe_key'], unique: true },
      { name: 'ix_notification_account', columns: ['account_id', 'id'] },
      { name: 'ix_notification_unread', columns: ['account_id', 'read_at'] },
    ],
  });
}
