import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PlanImport } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Upload } from '../../core/http/api-request';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { toPlanImport } from './plan-import.mapper';
import { PlanImportRepository } from './plan-import.repository';
import { ReadPaperService } from './read-paper.service';

@Injectable()
export class UploadImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly readPaper: ReadPaperService,
    private readonly imports: PlanImportRepository,
  ) {}

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.planImport.upload>,
    upload: Upload,
  ): Promise<PlanImport> {
    const region = await this.regions.byCode(ctx, input.region);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const { sourceText, parsed } = await this.readPaper.run(upload);
    const fresh = {
      regionId: region.id,
      fileName: upload.fileName.slice(0, 255),
      status: 'open' as const,
      sourceText,
      parsed,
      planId: null,
      createdAt: ctx.clock.now(),
      createdBy: ctx.actor?.accountId ?? null,
    };
    return this.uow.run(ctx, async (ctx) => {
      const id = await this.imports.insert(ctx, fresh);
      return toPlanImport({ id, ...fresh }, region.code);
    });
  }
}
