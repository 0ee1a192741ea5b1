import { Injectable } from '@nestjs/common';
import type { ProgressEntry } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AttachmentService } from '../attachment/attachment.service';
import { toProgressEntry } from './progress.mapper';
import type { ProgressReport } from './progress.repository';

/** Reports as the contract shows them, with their files, to somebody who may see each of them. */
@Injectable()
export class ProgressEntriesService {
  constructor(private readonly attachments: AttachmentService) {}

  async of(
    ctx: Ctx,
    reports: readonly ProgressReport[],
    withNote: (report: ProgressReport) => boolean,
  ): Promise<ProgressEntry[]> {
    const files = await this.attachments.ofHolders(
      ctx,
      'progress',
      reports.map((report) => report.id),
    );
    return reports.map((report) => toProgressEntry(report, withNote(report), files.get(report.id) ?? []));
  }

  async one(ctx: Ctx, report: ProgressReport, withNote: boolean): Promise<ProgressEntry> {
    const files = await this.attachments.ofHolders(ctx, 'progress', [report.id]);
    return toProgressEntry(report, withNote, files.get(report.id) ?? []);
  }
}
