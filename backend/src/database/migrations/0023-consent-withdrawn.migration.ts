import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** A consent may be taken back (个人信息保护法 第十五条); that it was given stays. */
export class ConsentWithdrawn2026010100023 implements MigrationInterface {
  name = 'ConsentWithdrawn2026010100023';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'consent', [optional(column.instant('withdrawn_at'))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'consent', ['withdrawn_at']);
  }
}
