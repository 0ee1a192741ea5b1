import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables } from '../../core/db/schema-kit';

/** Guesses at secrets, counted for all servers together. */
export class Guesses2026010100040 implements MigrationInterface {
  name = 'Guesses2026010100040';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'guess_count',
      columns: [column.id(), column.varchar('subject', 64), column.instant('since'), column.integer('taken')],
      indices: [
        { name: 'ux_guess_count_subject', columns: ['subject'], unique: true },
        { name: 'ix_guess_count_since', columns: ['since'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['guess_count']);
  }
}
