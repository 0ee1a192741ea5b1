import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional, primary } from '../../core/db/schema-kit';

/** Regions with their rules, units, accounts with their memberships and sessions. */
export class People2026010100001 implements MigrationInterface {
  name = 'People2026010100001';

  async up(runner: QueryRunner): Promise<void> {
    await regions(runner);
    await units(runner);
    await accounts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'refresh_token',
      'session',
      'membership',
      'account_identity',
      'account',
      'unit_member',
      'unit_alias',
      'unit',
      'calendar_override',
      'reply_rule',
      'region',
    ]);
  }
}

async function regions(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'region',
    columns: [
      column.id(),
      column.varchar('code', 32),
      column.varchar('name', 60),
      column.varchar('kind', 20),
      optional(column.varchar('filing_number', 60)),
      column.json('settings'),
      column.instant('created_at'),
    ],
    indices: [{ name: 'ux_region_code', columns: ['code'], unique: true }],
  });
  await createTable(runner, {
    name: 'reply_rule',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.date('effective_from'),
      column.json('rule'),
      optional(column.varchar('source', 200)),
      column.instant('created_at'),
    ],
    indices: [{ name: 'ux_reply_rule_from', columns: ['region_id', 'effective_from'], unique: true }],
    foreignKeys: [{ name: 'fk_reply_rule_region', column: 'region_id', table: 'region' }],
  });
  await createTable(runner, {
    name: 'calendar_override',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.date('day'),
      column.flag('working'),
      column.varchar('decision', 200),
      column.instant('created_at'),
      optional(column.integer('created_by')),
    ],
    indices: [{ name: 'ux_calendar_override_day', columns: ['region_id', 'day'], unique: true }],
    foreignKeys: [{ name: 'fk_calendar_override_region', column: 'region_id', table: 'region' }],
  });
}

async function units(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'unit',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('name', 100),
      column.varchar('kind', 20),
      column.integer('sort_order'),
      column.flag('is_office'),
    ],
    indices: [
      { name: 'ux_unit_name', columns: ['region_id', 'name'], unique: true },
      { name: 'ix_unit_order', columns: ['region_id', 'sort_order', 'id'] },
    ],
    foreignKeys: [{ name: 'fk_unit_region', column: 'region_id', table: 'region' }],
  });
  await createTable(runner, {
    name: 'unit_alias',
    columns: [
      column.id(),
      column.integer('region_id'),
      column.varchar('name', 100),
      column.integer('unit_id'),
    ],
    indices: [
      { name: 'ux_unit_alias_name', columns: ['region_id', 'name'], unique: true },
      { name: 'ix_unit_alias_unit', columns: ['unit_id'] },
    ],
    foreignKeys: [
      { name: 'fk_unit_alias_region', column: 'region_id', table: 'region' },
      { name: 'fk_unit_alias_unit', column: 'unit_id', table: 'unit' },
    ],
  });
  await createTable(runner, {
    name: 'unit_member',
    columns: [primary(column.integer('collective_id')), primary(column.integer('member_id'))],
    indices: [{ name: 'ix_unit_member_member', columns: ['member_id'] }],
    foreignKeys: [
      { name: 'fk_unit_member_collective', column: 'collective_id', table: 'unit' },
      { name: 'fk_unit_member_member', column: 'member_id', table: 'unit' },
    ],
  });
}

async function accounts(runner: QueryRunner): Promise<void> {
  await createTable(runner, {
    name: 'account',
    columns: [
      column.id(),
      column.varchar('display_name', 60),
      optional(column.varchar('phone_enc', 200)),
      optional(column.instant('phone_verified_at')),
      column.instant('created_at'),
      optional(column.instant('erased_at')),
    ],
  });
  await createTable(runner, {
    name: 'account_identity',
    columns: [
      column.id(),
      column.varchar('provider', 20),
      column.varchar('subject_hash', 64),
      column.integer('account_id'),
    ],
    indices: [
      { name: 'ux_account_identity_subject', columns: ['provider', 'subject_hash'], unique: true },
      { name: 'ix_account_identity_account', columns: ['account_id'] },
    ],
    foreignKeys: [{ name: 'fk_account_identity_account', column: 'account_id', table: 'account' }],
  });
  await createTable(runner, {
    name: 'membership',
    columns: [
      column.id(),
      column.integer('account_id'),
      optional(column.integer('region_id')),
      optional(column.integer('unit_id')),
      column.varchar('role', 20),
      column.instant('active_from'),
      optional(column.instant('active_until')),
    ],
    indices: [
      { name: 'ix_membership_account', columns: ['account_id'] },
      { name: 'ix_membership_unit', columns: ['unit_id', 'role'] },
      { name: 'ix_membership_region', columns: ['region_id', 'role'] },
    ],
    foreignKeys: [
      { name: 'fk_membership_account', column: 'account_id', table: 'account' },
      { name: 'fk_membership_region', column: 'region_id', table: 'region' },
      { name: 'fk_membership_unit', column: 'unit_id', table: 'unit' },
    ],
  });
  await createTable(runner, {
    name: 'session',
    columns: [
      column.id(),
      column.integer('account_id'),
      column.instant('created_at'),
      column.instant('expires_at'),
      optional(column.instant('revoked_at')),
      optional(column.varchar('user_agent', 120)),
    ],
    indices: [
      { name: 'ix_session_account', columns: ['account_id'] },
      { name: 'ix_session_expiry', columns: ['expires_at'] },
    ],
    foreignKeys: [{ name: 'fk_session_account', column: 'account_id', table: 'account' }],
  });
  await createTable(runner, {
    name: 'refresh_token',
    columns: [
      column.id(),
      column.integer('session_id'),
      column.varchar('token_hash', 64),
      optional(column.instant('used_at')),
      optional(column.integer('successor_id')),
    ],
    indices: [
      { name: 'ux_refresh_token_hash', columns: ['token_hash'], unique: true },
      { name: 'ix_refresh_token_session', columns: ['session_id'] },
    ],
    foreignKeys: [
      { name: 'fk_refresh_token_session', column: 'session_id', table: 'session', onDelete: 'CASCADE' },
    ],
  });
}
