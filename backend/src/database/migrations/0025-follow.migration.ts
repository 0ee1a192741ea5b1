import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

const latest = { name: 'ix_task_latest', columnNames: ['region_id', 'published', 'last_progress_on', 'id'] };
const livelihood = {
  name: 'ix_task_livelihood',
  columnNames: ['region_id', 'published', 'livelihood', 'list_order'],
};

/** What people follow; 民生实事 among the tasks; tasks by their latest progress. */
export class Follow2026010100025 implements MigrationInterface {
  name = 'Follow2026010100025';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'follow',
      columns: [
        column.id(),
        column.integer('account_id'),
        column.integer('region_id'),
        column.varchar('kind', 6),
        column.integer('ref_id'),
        column.instant('followed_at'),
      ],
      indices: [
        { name: 'ux_follow', columns: ['account_id', 'kind', 'ref_id'], unique: true },
        { name: 'ix_follow_account', columns: ['account_id', 'id'] },
        { name: 'ix_follow_ref', columns: ['kind', 'ref_id', 'account_id'] },
        { name: 'ix_follow_region', columns: ['region_id', 'id'] },
      ],
      foreignKeys: [
        { name: 'fk_follow_account', column: 'account_id', table: 'account' },
        { name: 'fk_follow_region', column: 'region_id', table: 'region' },
      ],
    });
    await addColumns(runner, 'task', [optional(column.flag('livelihood'))]);
    await runner.query(
      "UPDATE task SET livelihood = 1 WHERE text LIKE '%民生实事%' OR section LIKE '%民生实事%' OR group_name LIKE '%民生实事%'",
    );
    await runner.createIndex('task', new TableIndex(latest));
    await runner.createIndex('task', new TableIndex(livelihood));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('task', livelihood.name);
    await runner.dropIndex('task', latest.name);
    await dropColumns(runner, 'task', ['livelihood']);
    await dropTables(runner, ['follow']);
  }
}
