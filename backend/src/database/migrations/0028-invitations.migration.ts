import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

/** Staff join by invitation; a PC signs in by the phone; sessions know their last proof. */
export class Invitations2026010100028 implements MigrationInterface {
  name = 'Invitations2026010100028';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'session', [optional(column.instant('confirmed_at'))]);
    await createTable(runner, {
      name: 'invitation',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.integer('unit_id'),
        column.varchar('role', 20),
        column.varchar('code_hash', 64),
        column.integer('most_uses'),
        column.integer('uses'),
        column.instant('expires_at'),
        column.integer('created_by'),
        column.instant('created_at'),
        optional(column.instant('revoked_at')),
      ],
      indices: [
        { name: 'ux_invitation_code', columns: ['code_hash'], unique: true },
        { name: 'ix_invitation_region', columns: ['region_id', 'id'] },
      ],
      foreignKeys: [
        { name: 'fk_invitation_region', column: 'region_id', table: 'region' },
        { name: 'fk_invitation_unit', column: 'unit_id', table: 'unit' },
      ],
    });
    await createTable(runner, {
      name: 'invitation_use',
      columns: [
        column.id(),
        column.integer('invitation_id'),
        column.integer('account_id'),
        column.instant('used_at'),
      ],
      indices: [{ name: 'ux_invitation_use', columns: ['invitation_id', 'account_id'], unique: true }],
      foreignKeys: [{ name: 'fk_invitation_use_invitation', column: 'invitation_id', table: 'invitation' }],
    });
    await createTable(runner, {
      name: 'scan_ticket',
      columns: [
        column.id(),
        column.varchar('ticket_hash', 64),
        column.varchar('code_hash', 64),
        column.varchar('purpose', 10),
        column.varchar('state', 10),
        optional(column.integer('account_id')),
        optional(column.integer('session_id')),
        optional(column.varchar('user_agent', 120)),
        column.instant('created_at'),
        column.instant('expires_at'),
      ],
      indices: [
        { name: 'ux_scan_ticket', columns: ['ticket_hash'], unique: true },
        { name: 'ux_scan_ticket_code', columns: ['code_hash'], unique: true },
        { name: 'ix_scan_ticket_expiry', columns: ['expires_at'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['scan_ticket', 'invitation_use', 'invitation']);
    await dropColumns(runner, 'session', ['confirmed_at']);
  }
}
