import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, createTable, dropColumns, dropTables, optional } from '../../core/db/schema-kit';

const indices = [
  { name: 'ix_message_author_result', columnNames: ['author_id', 'result', 'id'] },
  { name: 'ix_message_archive', columnNames: ['archive_at', 'id'] },
  { name: 'ix_message_awaits', columnNames: ['region_id', 'awaits_decision', 'due_at', 'id'] },
  { name: 'ix_message_merged', columnNames: ['merged_into', 'id'] },
];

/** Merging, claiming, archiving, decisions in the inbox; deputies. */
export class MessageLife2026010100012 implements MigrationInterface {
  name = 'MessageLife2026010100012';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'message', [
      optional(column.integer('merged_into')),
      optional(column.integer('claimed_by')),
      optional(column.instant('claimed_at')),
      optional(column.flag('awaits_decision')),
      optional(column.instant('archive_at')),
      optional(column.instant('archived_at')),
    ]);
    await runner.createIndices(
      'message',
      indices.map((index) => new TableIndex(index)),
    );
    // The sweep looks at each once and sets its own time.
    await runner.query('UPDATE message SET archive_at = answered_at WHERE answered_at IS NOT NULL');
    await runner.query(
      "UPDATE message SET awaits_decision = 1 WHERE extend_days IS NOT NULL OR objection = 'open' OR hidden = 'hidden' OR revision_id IS NOT NULL",
    );
    await createTable(runner, {
      name: 'deputy',
      columns: [
        column.id(),
        column.integer('region_id'),
        column.integer('unit_id'),
        column.integer('account_id'),
        column.integer('deputy_id'),
        column.date('from_on'),
        column.date('until_on'),
        column.instant('named_at'),
        optional(column.instant('ended_at')),
      ],
      indices: [
        { name: 'ix_deputy_account', columns: ['account_id', 'id'] },
        { name: 'ix_deputy_deputy', columns: ['deputy_id', 'id'] },
      ],
      foreignKeys: [
        { name: 'fk_deputy_region', column: 'region_id', table: 'region' },
        { name: 'fk_deputy_unit', column: 'unit_id', table: 'unit' },
        { name: 'fk_deputy_account', column: 'account_id', table: 'account' },
        { name: 'fk_deputy_deputy', column: 'deputy_id', table: 'account' },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['deputy']);
    for (const { name } of indices) await runner.dropIndex('message', name);
    await dropColumns(runner, 'message', [
      'archived_at',
      'archive_at',
      'awaits_decision',
      'claimed_at',
      'claimed_by',
      'merged_into',
    ]);
  }
}
