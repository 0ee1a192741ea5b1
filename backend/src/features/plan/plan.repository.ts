import { Injectable } from '@nestjs/common';
import type { Page, PlanState } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { isDuplicate } from '../../core/db/database-errors';
import { instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { PlanEventEntity, WorkPlanEntity, WorkPointEntity, type PlanEventCode } from './plan.entity';

/** A plan without its long texts. */
export interface PlanHead {
  id: number;
  regionId: number;
  year: number;
  title: string;
  noticeTitle: string | null;
  documentNumber: string | null;
  issuer: string | null;
  issuedOn: string | null;
  printedOn: string | null;
  disclosure: string | null;
  status: PlanState;
  submittedBy: number | null;
  publishedAt: Date | null;
  reviewNote: string | null;
}

export interface PlanTexts {
  addressees: string | null;
  overview: string | null;
  closing: string | null;
  unitLists: WorkPlanEntity['unitLists'];
}

export type PointRow = Omit<WorkPointEntity, 'plan' | 'regionId' | 'planId' | 'unitText'>;
export type NewPlan = Omit<WorkPlanEntity, 'id' | 'region'>;
export type NewPoint = Omit<WorkPointEntity, 'id' | 'plan'>;
export type PlanChanges = Partial<Omit<WorkPlanEntity, 'id' | 'region' | 'status'>>;

const head =
  'p.id, p.region_id, p.year, p.title, p.notice_title, p.document_number, p.issuer, p.issued_on, ' +
  'p.printed_on, p.disclosure, p.status, p.submitted_by, p.published_at, p.review_note';

@Injectable()
export class PlanRepository extends BaseRepository {
  /** Newest year first; `drafts` shows every state. */
  list(
    ctx: Ctx,
    regionId: number,
    paging: { drafts: boolean; limit: number; cursor?: string | undefined },
  ): Promise<Page<PlanHead>> {
    return this.page(
      ctx,
      {
        select: head,
        from: 'work_plan p',
        index: paging.drafts ? 'ix_work_plan_region' : 'ix_work_plan_published',
        where: ['p.region_id = ?', ...(paging.drafts ? [] : ['p.published = 1'])],
        parameters: [regionId],
        order: [
          { column: 'p.year', type: 'number', direction: 'desc' },
          { column: 'p.id', type: 'number', direction: 'desc' },
        ],
        limit: paging.limit,
        cursor: paging.cursor,
      },
      toPlanHead,
    );
  }

  /** What waits for a review of the region, the longest waiting first. */
  async inReview(ctx: Ctx, regionId: number, limit: number): Promise<PlanHead[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${head} FROM work_plan p${this.byIndex('ix_work_plan_review')} WHERE p.region_id = ? AND p.status = ? ORDER BY p.id LIMIT ${Math.trunc(limit)}`,
      [regionId, 'inReview'],
    );
    return rows.map(toPlanHead);
  }

  async countPublished(ctx: Ctx, regionId: number): Promise<number> {
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS n FROM work_plan p${this.byIndex('ix_work_plan_published')} WHERE p.region_id = ? AND p.published = 1`,
      [regionId],
    );
    return numberOf(row?.n);
  }

  async find(ctx: Ctx, id: number): Promise<(PlanHead & PlanTexts) | null> {
    const row = await this.row(
      ctx,
      `SELECT ${head}, p.addressees, p.overview, p.closing, p.unit_lists FROM work_plan p WHERE p.id = ?`,
      [id],
    );
    if (!row) return null;
    return {
      ...toPlanHead(row),
      addressees: textOrNull(row.addressees),
      overview: textOrNull(row.overview),
      closing: textOrNull(row.closing),
      unitLists: jsonOf(row.unit_lists),
    };
  }

  async points(ctx: Ctx, planId: number): Promise<PointRow[]> {
    const rows = await this.rows(
      ctx,
      'SELECT id, parent_id, position, level, number, title, text, lead_units, responsible_units, ' +
        `deadline_text, due_on FROM work_point${this.byIndex('ix_work_point_order')} WHERE plan_id = ? ORDER BY position`,
      [planId],
    );
    return rows.map(toPoint);
  }

  async point(ctx: Ctx, id: number): Promise<Pick<PointRow, 'id' | 'number' | 'title'> | null> {
    const row = await this.row(ctx, 'SELECT id, number, title FROM work_point WHERE id = ?', [id]);
    if (!row) return null;
    return { id: numberOf(row.id), number: textOrNull(row.number), title: textOrNull(row.title) };
  }

  async insert(ctx: Ctx, plan: NewPlan): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(WorkPlanEntity, plan);
    return numberOf(identifiers[0]?.id);
  }

  async insertPoint(ctx: Ctx, point: NewPoint): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(WorkPointEntity, point);
    return numberOf(identifiers[0]?.id);
  }

  /** Moves a plan on; false when somebody else was faster. */
  async move(ctx: Ctx, plan: PlanHead, to: PlanState, changes: PlanChanges): Promise<boolean> {
    try {
      const { affected } = await this.of(ctx, WorkPlanEntity).update(
        { id: plan.id, regionId: plan.regionId, status: plan.status },
        { ...changes, status: to },
      );
      return affected === 1;
    } catch (error) {
      // The only unique key that a move touches is `published_key`.
      if (isDuplicate(error)) throw new AppError('PLAN_EXISTS', { year: plan.year });
      throw error;
    }
  }

  async appendEvent(
    ctx: Ctx,
    plan: Pick<PlanHead, 'id' | 'regionId'>,
    code: PlanEventCode,
    note: string | null,
  ): Promise<void> {
    await this.of(ctx, PlanEventEntity).insert({
      regionId: plan.regionId,
      planId: plan.id,
      code,
      at: ctx.clock.now(),
      accountId: ctx.actor?.accountId ?? null,
      note,
    });
  }
}

export const toPlanHead = (row: Row): PlanHead => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  year: numberOf(row.year),
  title: textOfRow(row.title),
  noticeTitle: textOrNull(row.notice_title),
  documentNumber: textOrNull(row.document_number),
  issuer: textOrNull(row.issuer),
  issuedOn: textOrNull(row.issued_on),
  printedOn: textOrNull(row.printed_on),
  disclosure: textOrNull(row.disclosure),
  status: textOfRow(row.status) as PlanState,
  submittedBy: numberOrNull(row.submitted_by),
  publishedAt: row.published_at === null ? null : instantOf(row.published_at),
  reviewNote: textOrNull(row.review_note),
});

export const toPoint = (row: Row): PointRow => ({
  id: numberOf(row.id),
  parentId: numberOrNull(row.parent_id),
  position: numberOf(row.position),
  level: textOfRow(row.level) as PointRow['level'],
  number: textOrNull(row.number),
  title: textOrNull(row.title),
  text: textOrNull(row.text),
  leadUnits: jsonOf(row.lead_units),
  responsibleUnits: jsonOf(row.responsible_units),
  deadlineText: textOrNull(row.deadline_text),
  dueOn: textOrNull(row.due_on),
});
