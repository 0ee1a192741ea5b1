import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDEX = 'ix_screening_pending';

/** What WeChat has not answered in time is found and given to a person. */
export class ScreeningPending2026010100036 implements MigrationInterface {
  name = 'ScreeningPending2026010100036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'screening',
      new TableIndex({ name: INDEX, columnNames: ['state', 'ordered_at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('screening', INDEX);
  }
}
