import { Injectable } from '@nestjs/common';
import type { AttachmentKind } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { AttachmentEntity, type AttachmentPurpose, type StoredState } from './attachment.entity';

export type StoredAttachment = Omit<AttachmentEntity, 'region'>;
export type NewAttachment = Omit<StoredAttachment, 'id'>;

const columns =
  'a.id, a.region_id, a.purpose, a.scope_id, a.holder_id, a.position, a.name, a.kind, a.content_type, a.bytes, ' +
  'a.width, a.height, a.sha256, a.object_key, a.thumbnail_key, a.state, a.uploaded_by, a.uploaded_at';

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

@Injectable()
export class AttachmentRepository extends BaseRepository {
  async insert(ctx: Ctx, attachment: NewAttachment): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(AttachmentEntity, attachment);
    return numberOf(identifiers[0]?.id);
  }

  async find(ctx: Ctx, id: number): Promise<StoredAttachment | null> {
    const row = await this.row(ctx, `SELECT ${columns} FROM attachment a WHERE a.id = ?`, [id]);
    return row && toStored(row);
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<StoredAttachment[]> {
    if (ids.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM attachment a WHERE a.id IN (${marks(ids)})`,
      ids,
    );
    return rows.map(toStored);
  }

  /** The files of some holders, in their order. */
  async ofHolders(
    ctx: Ctx,
    purpose: AttachmentPurpose,
    holderIds: readonly number[],
  ): Promise<StoredAttachment[]> {
    if (holderIds.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM attachment a${this.byIndex('ix_attachment_holder')} WHERE a.purpose = ? ` +
        `AND a.holder_id IN (${marks(holderIds)}) ORDER BY a.holder_id, a.position, a.id`,
      [purpose, ...holderIds],
    );
    return rows.map(toStored);
  }

  /** Files that an account has sent and that no thing holds yet. */
  async unsent(ctx: Ctx, accountId: number): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT COUNT(*) AS n FROM attachment WHERE uploaded_by = ? AND holder_id IS NULL AND state <> ?',
      [accountId, 'gone'],
    );
    return numberOf(row?.n);
  }

  /** Moves a file on from the state it was read in; false when somebody else was faster. */
  async setState(ctx: Ctx, id: number, from: StoredState, to: StoredState): Promise<boolean> {
    const changed = await this.execute(ctx, 'UPDATE attachment SET state = ? WHERE id = ? AND state = ?', [
      to,
      id,
      from,
    ]);
    return changed === 1;
  }

  /** Gives an unheld file to its holder; false when it is held or being deleted. */
  async bind(ctx: Ctx, id: number, holderId: number, position: number): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE attachment SET holder_id = ?, position = ? WHERE id = ? AND holder_id IS NULL AND state IN (?, ?)',
      [holderId, position, id, 'ready', 'pending'],
    );
    return changed === 1;
  }

  /** Claims an unheld file for deletion; false when it was sent or claimed meanwhile. */
  async giveUp(ctx: Ctx, id: number): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE attachment SET state = ? WHERE id = ? AND holder_id IS NULL AND state <> ?',
      ['gone', id, 'gone'],
    );
    return changed === 1;
  }

  async delete(ctx: Ctx, id: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM attachment WHERE id = ? AND state = ?', [id, 'gone']);
  }

  /** Files of a state, the oldest first. */
  async inState(ctx: Ctx, state: StoredState, limit: number): Promise<StoredAttachment[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM attachment a${this.byIndex('ix_attachment_state')} WHERE a.state = ? ` +
        `ORDER BY a.id LIMIT ${Math.trunc(limit)}`,
      [state],
    );
    return rows.map(toStored);
  }

  /** Files that nothing has held since before a moment. */
  async orphans(
    ctx: Ctx,
    purpose: AttachmentPurpose,
    before: Date,
    limit: number,
  ): Promise<StoredAttachment[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM attachment a${this.byIndex('ix_attachment_holder')} WHERE a.purpose = ? ` +
        `AND a.holder_id IS NULL AND a.uploaded_at < ? AND a.state <> ? LIMIT ${Math.trunc(limit)}`,
      [purpose, before, 'gone'],
    );
    return rows.map(toStored);
  }
}

const toStored = (row: Row): StoredAttachment => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  purpose: textOfRow(row.purpose) as AttachmentPurpose,
  scopeId: numberOf(row.scope_id),
  holderId: numberOrNull(row.holder_id),
  position: numberOf(row.position),
  name: textOfRow(row.name),
  kind: textOfRow(row.kind) as AttachmentKind,
  contentType: textOfRow(row.content_type),
  bytes: numberOf(row.bytes),
  width: numberOrNull(row.width),
  height: numberOrNull(row.height),
  sha256: textOfRow(row.sha256),
  objectKey: textOfRow(row.object_key),
  thumbnailKey: textOrNull(row.thumbnail_key),
  state: textOfRow(row.state) as StoredState,
  uploadedBy: numberOf(row.uploaded_by),
  uploadedAt: instantOf(row.uploaded_at),
});
