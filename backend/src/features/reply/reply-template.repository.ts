import { Injectable } from '@nestjs/common';
import type { MessageKind, ReplyTemplate } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import { ReplyTemplateEntity } from './reply-template.entity';

/** The most templates that one list shows. */
const MOST = 200;

@Injectable()
export class ReplyTemplateRepository extends BaseRepository {
  find(ctx: Ctx, id: number): Promise<ReplyTemplateEntity | null> {
    return this.of(ctx, ReplyTemplateEntity).findOneBy({ id });
  }

  async insert(ctx: Ctx, template: Omit<ReplyTemplateEntity, 'id'>): Promise<number> {
    const inserted = await this.of(ctx, ReplyTemplateEntity).insert(template);
    return numberOf(inserted.identifiers[0]?.id);
  }

  async update(
    ctx: Ctx,
    id: number,
    change: Pick<ReplyTemplateEntity, 'kind' | 'title' | 'text'>,
  ): Promise<void> {
    await this.of(ctx, ReplyTemplateEntity).update({ id }, change);
  }

  async delete(ctx: Ctx, id: number): Promise<void> {
    await this.of(ctx, ReplyTemplateEntity).delete({ id });
  }

  /** The templates of a region and of some of its units, or of all (`unitIds` null), at most {@link MOST}. */
  async list(
    ctx: Ctx,
    regionId: number,
    unitIds: readonly number[] | null,
    kind: MessageKind | undefined,
  ): Promise<Omit<ReplyTemplate, 'editable'>[]> {
    const ofUnits = unitIds?.length ? ` OR t.unit_id IN (${unitIds.map(() => '?').join(', ')})` : '';
    const scope = unitIds === null ? '' : ` AND (t.unit_id IS NULL${ofUnits})`;
    const ofKind = kind ? ' AND (t.kind = ? OR t.kind IS NULL)' : '';
    const rows = await this.rows(
      ctx,
      `SELECT t.id, t.title, t.text, t.kind, t.unit_id, u.name AS unit_name
      FROM reply_template t${this.byIndex('ix_reply_template_unit')}
      LEFT JOIN unit u${this.byIndex('PRIMARY')} ON u.id = t.unit_id
      WHERE t.region_id = ?${scope}${ofKind} ORDER BY t.id LIMIT ${MOST}`,
      [regionId, ...(unitIds ?? []), ...(kind ? [kind] : [])],
    );
    return rows.map(templateOf);
  }
}

function templateOf(row: Row): Omit<ReplyTemplate, 'editable'> {
  const unitId = numberOrNull(row.unit_id);
  return {
    id: numberOf(row.id),
    title: textOfRow(row.title),
    text: textOfRow(row.text),
    kind: row.kind as MessageKind | null,
    unit: unitId === null ? null : { id: unitId, name: textOfRow(row.unit_name) },
  };
}
