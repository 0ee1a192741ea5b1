import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addFilledColumn, column, dropColumns } from '../../core/db/schema-kit';

const TABLE = 'calendar_override';

/** A region's own day may be taken back before it comes: a row of its own, the next turn of that day. */
export class OverrideTurns2026010100030 implements MigrationInterface {
  name = 'OverrideTurns2026010100030';

  async up(runner: QueryRunner): Promise<void> {
    await addFilledColumn(runner, TABLE, column.integer('turn'), 1);
    // The new index first: on MySQL the foreign key to the region stands on the old one.
    await runner.createIndex(TABLE, unique('ux_calendar_override_turn', ['region_id', 'day', 'turn']));
    await runner.dropIndex(TABLE, 'ux_calendar_override_day');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ${TABLE} WHERE turn > 1`);
    await runner.createIndex(TABLE, unique('ux_calendar_override_day', ['region_id', 'day']));
    await runner.dropIndex(TABLE, 'ux_calendar_override_turn');
    await dropColumns(runner, TABLE, ['turn']);
  }
}

const unique = (name: string, columnNames: string[]): TableIndex =>
  new TableIndex({ name, columnNames, isUnique: true });
