import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PlanImport } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { ConfirmImportService } from './confirm-import.service';
import { FindImportService } from './find-import.service';
import { PlanImportRepository } from './plan-import.repository';
import { ShowImportService } from './show-import.service';

@Injectable()
export class SaveImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly findImport: FindImportService,
    private readonly imports: PlanImportRepository,
    private readonly confirmImport: ConfirmImportService,
    private readonly showImport: ShowImportService,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.planImport.save>): Promise<PlanImport> {
    await this.uow.run(ctx, async (ctx) => {
      const found = await this.findImport.run(ctx, input.id);
      if (found.status !== 'open') throw new AppError('IMPORT_STATE');
      const parsed = input.parsed ?? found.parsed;
      if (input.parsed && !(await this.imports.saveParsed(ctx, found.id, parsed))) {
        throw new AppError('IMPORT_STATE');
      }
      if (!input.confirm) return;
      const planId = await this.confirmImport.run(ctx, { ...found, parsed });
      if (!(await this.imports.confirm(ctx, found.id, planId))) throw new AppError('IMPORT_STATE');
    });
    return this.showImport.run(ctx, input.id);
  }
}
