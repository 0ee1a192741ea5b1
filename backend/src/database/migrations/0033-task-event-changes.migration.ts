import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, dropColumns, optional } from '../../core/db/schema-kit';

/** An event of a task says what it replaced, so that nobody moves a day or changes a unit in silence. */
export class TaskEventChanges2026010100033 implements MigrationInterface {
  name = 'TaskEventChanges2026010100033';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'task_event', [optional(column.json('changes'))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'task_event', ['changes']);
  }
}
