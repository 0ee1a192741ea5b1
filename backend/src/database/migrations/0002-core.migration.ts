import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** Idempotency keys, the outbox and the leases of scheduled jobs. */
export class Core2026010100002 implements MigrationInterface {
  name = 'Core2026010100002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'idempotency_key',
      columns: [
        column.id(),
        column.integer('account_id'),
        column.varchar('request_key', 100),
        column.varchar('request_hash', 64),
        optional(column.text('response')),
        column.instant('created_at'),
      ],
      indices: [
        { name: 'ux_idempotency_key', columns: ['account_id', 'request_key'], unique: true },
        { name: 'ix_idempotency_key_age', columns: ['created_at'] },
      ],
    });
    await createTable(runner, {
      name: 'outbox',
      columns: [
        column.id(),
        column.varchar('topic', 60),
        column.json('payload'),
        column.varchar('dedupe_key', 150),
        column.instant('run_at'),
        optional(column.varchar('lease_owner', 40)),
        column.instant('lease_until'),
        column.integer('attempts'),
        column.varchar('state', 10),
        optional(column.instant('finished_at')),
        optional(column.varchar('last_error', 120)),
      ],
      indices: [
        { name: 'ux_outbox_dedupe', columns: ['topic', 'dedupe_key'], unique: true },
        { name: 'ix_outbox_due', columns: ['state', 'run_at', 'id'] },
      ],
    });
    await createTable(runner, {
      name: 'job_lease',
      columns: [
        column.id(),
        column.varchar('job', 60),
        optional(column.varchar('lease_owner', 40)),
        column.instant('lease_until'),
        column.instant('next_at'),
      ],
      indices: [{ name: 'ux_job_lease_job', columns: ['job'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['job_lease', 'outbox', 'idempotency_key']);
  }
}
