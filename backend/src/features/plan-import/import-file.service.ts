import { Injectable } from '@nestjs/common';
import { yearOf, type ParsedPlan } from '@sunledger/shared-types';
import type { Upload } from '../../core/http/api-request';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { ConfirmImportService } from './confirm-import.service';
import { ReadPaperService } from './read-paper.service';

/** `npm run import` without `--dry-run`: a paper becomes a draft plan of a region in one step. */
@Injectable()
export class ImportFileService {
  constructor(
    private readonly regions: RegionService,
    private readonly readPaper: ReadPaperService,
    private readonly confirmImport: ConfirmImportService,
  ) {}

  /** What the paper does not say is filled in, to be corrected by the office. */
  async run(ctx: Ctx, regionCode: string, file: Upload): Promise<{ planId: number; parsed: ParsedPlan }> {
    const region = await this.regions.byCode(ctx, regionCode);
    const { sourceText, parsed } = await this.readPaper.run(file);
    const year = parsed.year ?? yearOf(parsed.issuedOn ?? parsed.printedOn ?? ctx.clock.today());
    const title = parsed.title ?? parsed.noticeTitle ?? file.fileName;
    const planId = await this.confirmImport.run(ctx, {
      regionId: region.id,
      fileName: file.fileName,
      sourceText,
      parsed: { ...parsed, year, title },
    });
    return { planId, parsed };
  }
}
