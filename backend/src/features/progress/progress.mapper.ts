import { toChinaIso, type Attachment, type ProgressEntry } from '@sunledger/shared-types';
import { maskPersonalData } from '../../core/masking/mask-personal-data';
import type { ProgressReport } from './progress.repository';

export const toProgressEntry = (
  report: ProgressReport,
  withNote: boolean,
  attachments: Attachment[],
): ProgressEntry => ({
  id: report.id,
  taskId: report.taskId,
  unitName: report.unitName,
  // The unit sees what it wrote; everybody else without phone numbers and the like that slipped in.
  text: withNote ? report.text : maskPersonalData(report.text, { official: true }),
  percent: report.percent,
  links: report.links,
  // Pictures whose check is open, or was answered with no, are for staff only.
  attachments: withNote ? attachments : attachments.filter((file) => file.check === undefined),
  status: report.status,
  asksClose: report.asksClose,
  submittedAt: toChinaIso(report.submittedAt),
  decidedAt: report.decidedAt ? toChinaIso(report.decidedAt) : null,
  note: withNote ? report.note : null,
});
