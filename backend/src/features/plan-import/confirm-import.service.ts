import { Injectable } from '@nestjs/common';
import type { ParsedPlan } from '@sunledger/shared-types';
import { invalidInput } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { CreatePlanService } from '../plan/create-plan.service';
import { CreateTasksService } from '../task/create-tasks.service';
import { draftOf } from './draft-plan';
import { MatchUnitsService } from './match-units.service';

export interface Reading {
  readonly regionId: number;
  readonly fileName: string;
  readonly sourceText: string;
  readonly parsed: ParsedPlan;
}

/** Turns a reading that a person has checked into a draft plan with its tree and its tasks. */
@Injectable()
export class ConfirmImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly matchUnits: MatchUnitsService,
    private readonly createPlan: CreatePlanService,
    private readonly createTasks: CreateTasksService,
  ) {}

  /** Answers the id of the draft plan. */
  run(ctx: Ctx, { regionId, fileName, sourceText, parsed }: Reading): Promise<number> {
    const title = parsed.title?.trim();
    if (!title) throw invalidInput('parsed.title', '请填写工作要点的标题');
    const { year } = parsed;
    if (year === null || year < 2000 || year > 2100)
      throw invalidInput('parsed.year', '请填写工作要点的年份');
    return this.uow.run(ctx, async (ctx) => {
      const { points, tasks } = draftOf(parsed);
      const named = [...points, ...tasks].flatMap((each) => [...each.leadUnits, ...each.responsibleUnits]);
      const unitsOf = await this.matchUnits.run(ctx, regionId, named);
      const { planId, pointIds } = await this.createPlan.run(ctx, {
        regionId,
        year,
        fileName: fileName.slice(0, 255),
        sourceText,
        title: title.slice(0, 300),
        noticeTitle: fit(parsed.noticeTitle, 300),
        documentNumber: fit(parsed.documentNumber, 100),
        issuer: fit(parsed.issuer, 200),
        issuedOn: fit(parsed.issuedOn, 10),
        printedOn: fit(parsed.printedOn, 10),
        disclosure: fit(parsed.disclosure, 100),
        addressees: parsed.addressees,
        overview: parsed.overview,
        closing: parsed.closing,
        remarks: parsed.remarks,
        unitLists: parsed.unitLists,
        points: points.map((point) => ({
          ...point,
          number: fit(point.number, 40),
          leadUnits: unitsOf(point.leadUnits),
          responsibleUnits: unitsOf(point.responsibleUnits),
        })),
      });
      await this.createTasks.run(
        ctx,
        { id: planId, regionId, year },
        tasks.map(({ point, ...task }) => ({
          ...task,
          no: fit(task.no, 40),
          section: fit(task.section, 300),
          groupName: fit(task.groupName, 300),
          deadlineText: fit(task.deadlineText, 300),
          pointId: point === null ? null : (pointIds[point] ?? null),
          leadUnits: unitsOf(task.leadUnits),
          responsibleUnits: unitsOf(task.responsibleUnits),
        })),
      );
      return planId;
    });
  }
}

/** Cut to its column; the source text keeps every letter. */
const fit = (text: string | null, length: number): string | null =>
  text === null ? null : text.slice(0, length);
