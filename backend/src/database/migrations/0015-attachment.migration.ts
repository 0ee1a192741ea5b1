import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTable, dropTables, optional } from '../../core/db/schema-kit';

/** Files on progress reports, and the versions of a task's text. */
export class Attachment2026010100015 implements MigrationInterface {
  name = 'Attachment2026010100015';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'attachment',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.varchar('purpose', 12),
        column.integer('scope_id'),
        optional(column.integer('holder_id')),
        column.integer('position'),
        column.varchar('name', 120),
        column.varchar('kind', 8),
        column.varchar('content_type', 100),
        column.integer('bytes'),
        optional(column.integer('width')),
        optional(column.integer('height')),
        column.varchar('sha256', 64),
        column.varchar('object_key', 80),
        optional(column.varchar('thumbnail_key', 80)),
        column.varchar('state', 10),
        column.integer('uploaded_by'),
        column.instant('uploaded_at'),
      ],
      indices: [
        { name: 'ix_attachment_holder', columns: ['purpose', 'holder_id', 'position'] },
        { name: 'ix_attachment_uploader', columns: ['uploaded_by', 'holder_id'] },
        { name: 'ix_attachment_state', columns: ['state', 'id'] },
      ],
      foreignKeys: [{ name: 'fk_attachment_region', column: 'region_id', table: 'region' }],
    });
    await createTable(runner, {
      name: 'task_version',
      columns: [
        column.id(),
        column.integer('task_id'),
        column.text('text'),
        column.instant('changed_at'),
        optional(column.integer('changed_by')),
        optional(column.varchar('changed_by_name', 100)),
        optional(column.varchar('reason', 500)),
      ],
      indices: [{ name: 'ix_task_version_task', columns: ['task_id', 'id'] }],
      foreignKeys: [{ name: 'fk_task_version_task', column: 'task_id', table: 'task' }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['task_version', 'attachment']);
  }
}
