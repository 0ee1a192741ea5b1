import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { fileAnswer } from '../../core/http/file-answer';
import { annualPaper } from './annual-paper';
import { AnnualSectionService } from './annual-section.service';
import { bulletinPaper } from './bulletin-paper';
import { ShowBulletinService } from './show-bulletin.service';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The Word files that offices hand in. */
@Injectable()
export class BulletinFileService {
  constructor(
    private readonly showBulletin: ShowBulletinService,
    private readonly annualSection: AnnualSectionService,
  ) {}

  async bulletin(ctx: Ctx, id: number) {
    const bulletin = await this.showBulletin.run(ctx, id);
    return fileAnswer({ name: `${bulletin.title}.docx`, type: DOCX, body: await bulletinPaper(bulletin) });
  }

  async annual(ctx: Ctx, input: InputOf<typeof endpoints.bulletin.annualSectionFile>) {
    const section = await this.annualSection.run(ctx, input);
    const name = `${section.regionName}${section.year}年度工作要点落实情况.docx`;
    return fileAnswer({ name, type: DOCX, body: await annualPaper(section) });
  }
}
