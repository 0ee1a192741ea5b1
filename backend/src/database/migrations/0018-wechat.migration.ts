import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

/** WeChat: the shared token and sealed openids. */
export class Wechat2026010100018 implements MigrationInterface {
  name = 'Wechat2026010100018';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'account_identity', [optional(column.varchar('subject_enc', 300))]);
    await platform(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['wechat_token']);
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
}
