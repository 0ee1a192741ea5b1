import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

/** Query codes of messages, daily anchors of their chains, and what people agreed to. */
export class Trust2026010100013 implements MigrationInterface {
  name = 'Trust2026010100013';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.varchar('query_nonce', 16)),
      optional(column.varchar('query_hash', 64)),
    ]);
    await runner.createIndex(
      'message',
      new TableIndex({ name: 'ix_message_query', columnNames: ['query_hash'] }),
    );
    await anchors(runner);
    await consents(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['consent', 'chain_anchor_head', 'chain_anchor']);
    await runner.dropIndex('message', 'ix_message_query');
    await dropColumns(runner, 'message', ['query_hash', 'query_nonce']);
  }
}

async function anchors(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'chain_anchor',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.date('day'),
      column.instant('made_at'),
      column.integer('messages'),
      column.integer('events'),
      column.varchar('fingerprint', 64),
      optional(column.varchar('previous', 64)),
    ],
    indices: [{ name: 'ux_chain_anchor_day', columns: ['region_id', 'day'], unique: true }],
    foreignKeys: [{ name: 'fk_chain_anchor_region', column: 'region_id', table: 'region' }],
  });
  await createTable(runner, {
    name: 'chain_anchor_head',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.integer('message_id'),
      column.integer('anchor_id'),
      column.varchar('number', 24),
      column.integer('length'),
      column.varchar('head', 64),
    ],
    indices: [
      {
        name: 'ux_chain_anchor_head_message',
        columns: ['region_id', 'message_id', 'anchor_id'],
        unique: true,
      },
    ],
    foreignKeys: [{ name: 'fk_chain_anchor_head_anchor', column: 'anchor_id', table: 'chain_anchor' }],
  });
}

async function consents(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'consent',
    columns: [
      column.id(),
      column.integer('account_id'),
      column.integer('region_id'),
      column.integer('message_id'),
      column.varchar('purpose', 16),
      column.varchar('version', 20),
      column.varchar('text', 500),
      column.instant('given_at'),
    ],
    indices: [
      { name: 'ux_consent_message', columns: ['message_id', 'purpose'], unique: true },
      { name: 'ix_consent_account', columns: ['account_id', 'id'] },
    ],
    foreignKeys: [
      { name: 'fk_consent_account', column: 'account_id', table: 'account' },
      { name: 'fk_consent_region', column: 'region_id', table: 'region' },
    ],
  });
}
