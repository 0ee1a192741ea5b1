import { Injectable } from '@nestjs/common';
import type { MessageKind, ReplyTemplate } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow } from '../../core/db/row';
import { ReplyTemplateEntity } from './reply-template.entity';
import { ReplyEntity } from './reply.entity';

@Injectable()
export class ReplyRepository extends BaseRepository {
  async insert(ctx: Ctx, reply: Omit<ReplyEntity, 'id' | 'message'>): Promise<number> {
    const inserted = await this.of(ctx, ReplyEntity).insert(reply);
    return numberOf(inserted.identifiers[0]?.id);
  }

  find(ctx: Ctx, id: number): Promise<ReplyEntity | null> {
    return this.of(ctx, ReplyEntity).findOneBy({ id });
  }

  /** Decides a draft once: false when somebody else has decided it. */
  async decide(
    ctx: Ctx,
    id: number,
    decision: Pick<ReplyEntity, 'status' | 'reviewerId' | 'decidedAt'> &
      Partial<Pick<ReplyEntity, 'publicText' | 'note'>>,
  ): Promise<boolean> {
    const result = await this.of(ctx, ReplyEntity).update({ id, status: 'inReview' }, decision);
    return result.affected === 1;
  }

  /** A published reply gives way to its revision and stays as it was. */
  async supersede(ctx: Ctx, id: number): Promise<boolean> {
    const result = await this.of(ctx, ReplyEntity).update(
      { id, status: 'published' },
      { status: 'superseded' },
    );
    return result.affected === 1;
  }

  async insertTemplate(ctx: Ctx, template: Omit<ReplyTemplateEntity, 'id'>): Promise<number> {
    const inserted = await this.of(ctx, ReplyTemplateEntity).insert(template);
    return numberOf(inserted.identifiers[0]?.id);
  }

  /** The templates of a region and of some of its units, at most 200. */
  async templates(
    ctx: Ctx,
    regionId: number,
    unitIds: readonly number[],
    kind: MessageKind | undefined,
  ): Promise<ReplyTemplate[]> {
    const ofUnits = unitIds.length > 0 ? ` OR t.unit_id IN (${unitIds.map(() => '?').join(', ')})` : '';
    const ofKind = kind ? ' AND (t.kind = ? OR t.kind IS NULL)' : '';
    const rows = await this.rows(
      ctx,
      `SELECT t.id, t.title, t.text, t.kind FROM reply_template t WHERE t.region_id = ? AND (t.unit_id IS NULL${ofUnits})` +
        `${ofKind} ORDER BY t.id LIMIT 200`,
      [regionId, ...unitIds, ...(kind ? [kind] : [])],
    );
    return rows.map(templateOf);
  }
}

const templateOf = (row: Row): ReplyTemplate => ({
  id: numberOf(row.id),
  title: textOfRow(row.title),
  text: textOfRow(row.text),
  kind: row.kind as MessageKind | null,
});
