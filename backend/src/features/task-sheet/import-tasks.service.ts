import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, SheetImport, SheetProblem } from '@sunledger/shared-types';
import { DocumentError } from '../../adapters/documents/document-error';
import { readFirstSheet } from '../../adapters/spreadsheet/read-sheet';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import type { Upload } from '../../core/http/api-request';
import { requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { AmendTaskService } from '../task/amend-task.service';
import { AssignUnitsService } from '../task/assign-units.service';
import { CompareSheetService, type RowWish } from './compare-sheet.service';
import { readTaskSheet, type TaskSheet } from './read-task-sheet';

/** So many problems are told at once; nobody mends more before trying again. */
const TOLD = 200;

/** A ledger that was changed in Excel comes back: all of it or nothing. */
@Injectable()
export class ImportTasksService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly compare: CompareSheetService,
    private readonly amendTask: AmendTaskService,
    private readonly assignUnits: AssignUnitsService,
  ) {}

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.taskSheet.import>,
    upload: Upload,
  ): Promise<SheetImport> {
    const region = await this.regions.byCode(ctx, input.region);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const sheet = await sheetOf(upload);
    return this.uow.run(ctx, async (ctx) => {
      const { wishes, changes, problems } = await this.compare.run(ctx, region.id, sheet);
      const seen = { rows: sheet.rows.length, changes: [...changes], problems: problems.slice(0, TOLD) };
      if (input.dryRun) return { ...seen, applied: false, waiting: waitingIn(wishes) };
      refuse(problems);
      refuse(await this.apply(ctx, region.id, wishes, input.reason));
      return { ...seen, applied: wishes.length > 0, waiting: waitingIn(wishes) };
    });
  }

  /** Does it through the same doors as the screens; what they refuse is a problem of the row. */
  private async apply(
    ctx: CtxInTx,
    regionId: number,
    wishes: readonly RowWish[],
    reason: string,
  ): Promise<SheetProblem[]> {
    const problems: SheetProblem[] = [];
    for (const { row, taskId, amend, units } of wishes) {
      try {
        if (units) {
          await this.assignUnits.assign(ctx, {
            regionId,
            taskIds: [taskId],
            ...units,
            mode: 'set',
            note: reason,
          });
        }
        if (amend) await this.amendTask.run(ctx, { id: taskId, reason, ...amend });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        problems.push({ row, column: '', message: error.message });
      }
    }
    return problems;
  }
}

/** Throws the whole unit of work away when anything is wrong with any row. */
function refuse(problems: readonly SheetProblem[]): void {
  if (problems.length === 0) return;
  throw new AppError(
    'LEDGER_SHEET_INVALID',
    { count: problems.length },
    problems.slice(0, TOLD).map(({ row, column, message }) => ({
      field: `第${row}行${column ? ` ${column}` : ''}`,
      message,
    })),
  );
}

const waitingIn = (wishes: readonly RowWish[]): number =>
  wishes.filter((wish) => wish.amend && wish.published).length;

async function sheetOf({ bytes }: Upload): Promise<TaskSheet> {
  try {
    const sheet = readTaskSheet(await readFirstSheet(bytes));
    if (!sheet) throw new AppError('LEDGER_SHEET_UNKNOWN');
    return sheet;
  } catch (error) {
    if (error instanceof DocumentError)
      throw new AppError(error.code, {}, [{ field: 'file', message: error.message }]);
    throw error;
  }
}
