import { Injectable } from '@nestjs/common';
import type { ParsedUnitList, PlanRemark, PointLevel, TaskUnit } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { PlanRepository } from './plan.repository';

/** A node of a new plan; `parent` is the place of its parent in the same list, before it. */
export interface PlanPointDraft {
  parent: number | null;
  level: PointLevel;
  number: string | null;
  title: string | null;
  text: string | null;
  unitText: string | null;
  leadUnits: TaskUnit[];
  responsibleUnits: TaskUnit[];
  deadlineText: string | null;
  dueOn: string | null;
}

export interface PlanDraft {
  regionId: number;
  year: number;
  title: string;
  noticeTitle: string | null;
  documentNumber: string | null;
  issuer: string | null;
  issuedOn: string | null;
  printedOn: string | null;
  disclosure: string | null;
  addressees: string | null;
  overview: string | null;
  closing: string | null;
  sourceText: string;
  fileName: string;
  remarks: PlanRemark[];
  unitLists: ParsedUnitList[];
  points: readonly PlanPointDraft[];
}

/** Stores a new plan as a draft with its tree; the caller adds the tasks. */
@Injectable()
export class CreatePlanService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanRepository,
  ) {}

  /** Answers the plan's id and the ids of its points in the order given. */
  run(ctx: Ctx, { points, ...draft }: PlanDraft): Promise<{ planId: number; pointIds: number[] }> {
    return this.uow.run(ctx, async (ctx) => {
      const accountId = ctx.actor?.accountId ?? null;
      const planId = await this.plans.insert(ctx, {
        ...draft,
        status: 'draft',
        published: false,
        publishedKey: null,
        createdAt: ctx.clock.now(),
        createdBy: accountId,
        submittedBy: null,
        approvedBy: null,
        publishedBy: null,
        publishedAt: null,
        publishDecision: null,
        reviewNote: null,
      });
      const pointIds: number[] = [];
      for (const [position, { parent, ...point }] of points.entries()) {
        const parentId = parent === null ? null : (pointIds[parent] ?? null);
        const { regionId } = draft;
        pointIds.push(await this.plans.insertPoint(ctx, { ...point, regionId, planId, parentId, position }));
      }
      await this.plans.appendEvent(ctx, { id: planId, regionId: draft.regionId }, 'imported', null);
      return { planId, pointIds };
    });
  }
}
