import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** How the numbers behind a region's lights were changed, and bulletins by what they wait for. */
export class LightSettings2026010100032 implements MigrationInterface {
  name = 'LightSettings2026010100032';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'light_setting_change',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.json('was'),
        column.json('became'),
        column.varchar('reason', 300),
        column.instant('at'),
        optional(column.integer('account_id')),
      ],
      indices: [{ name: 'ix_light_setting_region', columns: ['region_id', 'id'] }],
      foreignKeys: [{ name: 'fk_light_setting_region', column: 'region_id', table: 'region' }],
    });
    const byStatus = { name: 'ix_bulletin_status', columnNames: ['region_id', 'status', 'id'] };
    await runner.createIndex('bulletin', new TableIndex(byStatus));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('bulletin', 'ix_bulletin_status');
    await dropTables(runner, ['light_setting_change']);
  }
}
