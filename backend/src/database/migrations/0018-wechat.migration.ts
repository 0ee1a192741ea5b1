import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

/** WeChat: the shared token, sealed openids, consents, pushes; deliveries, channels and content checks. */
export class Wechat2026010100018 implements MigrationInterface {
  name = 'Wechat2026010100018';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'account_identity', [optional(column.varchar('subject_enc', 300))]);
    await addColumns(runner, 'notification', [optional(column.varchar('outside', 10))]);
    await platform(runner);
    await deliveries(runner);
    await contents(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'screening',
      'region_channel',
      'delivery',
      'subscription',
      'wechat_push',
      'wechat_token',
    ]);
    await dropColumns(runner, 'notification', ['outside']);
    await dropColumns(runner, 'account_identity', ['subject_enc']);
  }
}

async function platform(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'wechat_token',
    columns: [
      column.id(),
      column.varchar('app_id', 40),
      column.text('token_enc'),
      column.instant('expires_at'),
      optional(column.instant('forced_at')),
    ],
    indices: [{ name: 'ux_wechat_token_app', columns: ['app_id'], unique: true }],
  });
  await createTable(runner, {
    name: 'wechat_push',
    columns: [
      column.id(),
      column.varchar('push_key', 64),
      column.varchar('kind', 20),
      column.instant('received_at'),
    ],
    indices: [
      { name: 'ux_wechat_push_key', columns: ['push_key'], unique: true },
      { name: 'ix_wechat_push_received', columns: ['received_at'] },
    ],
  });
  await createTable(runner, {
    name: 'subscription',
    columns: [
      column.id(),
      column.integer('account_id'),
      column.varchar('template', 12),
      column.integer('remaining'),
      column.integer('accepted'),
      column.integer('sent'),
      column.instant('changed_at'),
    ],
    indices: [{ name: 'ux_subscription_account', columns: ['account_id', 'template'], unique: true }],
    foreignKeys: [{ name: 'fk_subscription_account', column: 'account_id', table: 'account' }],
  });
}

async function deliveries(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'delivery',
    columns: [
      column.id(),
      column.integer('notification_id'),
      column.varchar('channel', 10),
      optional(column.integer('region_id')),
      column.varchar('state', 12),
      optional(column.varchar('code', 60)),
      optional(column.varchar('external_id', 60)),
      column.instant('attempted_at'),
      optional(column.instant('finished_at')),
    ],
    indices: [
      { name: 'ux_delivery_channel', columns: ['notification_id', 'channel'], unique: true },
      { name: 'ix_delivery_external', columns: ['external_id'] },
    ],
    foreignKeys: [{ name: 'fk_delivery_notification', column: 'notification_id', table: 'notification' }],
  });
  await createTable(runner, {
    name: 'region_channel',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('audience', 10),
      column.integer('position'),
      column.varchar('channel', 10),
      optional(column.text('address_enc')),
    ],
    indices: [{ name: 'ux_region_channel', columns: ['region_id', 'audience', 'channel'], unique: true }],
    foreignKeys: [{ name: 'fk_region_channel_region', column: 'region_id', table: 'region' }],
  });
}

async function contents(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'screening',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('subject_kind', 12),
      column.integer('subject_id'),
      column.varchar('state', 10),
      optional(column.integer('label')),
      optional(column.varchar('cause', 40)),
      optional(column.varchar('trace_id', 80)),
      column.instant('ordered_at'),
      optional(column.instant('checked_at')),
      optional(column.integer('decided_by')),
      optional(column.instant('decided_at')),
      optional(column.varchar('note', 200)),
    ],
    indices: [
      { name: 'ux_screening_subject', columns: ['subject_kind', 'subject_id'], unique: true },
      { name: 'ix_screening_region', columns: ['region_id', 'state', 'id'] },
      { name: 'ix_screening_trace', columns: ['trace_id'] },
    ],
    foreignKeys: [{ name: 'fk_screening_region', column: 'region_id', table: 'region' }],
  });
}
