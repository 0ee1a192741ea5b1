import type { AnnualSection } from '@sunledger/shared-types';
import { paperFile, paperHeading, paperTable, paperText, paperTitle } from './report-paper';
import { lengthenedText, shareText } from './share-text';

/** The section as a Word file, to be pasted into the yearly report. */
export function annualPaper(section: AnnualSection & { regionName: string }): Promise<Buffer> {
  const title = `${section.regionName}${section.year}年度工作要点落实情况`;
  const rows = section.table.map((row) => [
    row.section,
    ...[row.tasks, row.done, row.doneLate, row.open, row.overdue].map(String),
  ]);
  const table = paperTable(
    [
      { head: '工作部分', share: 45 },
      ...['任务', '按期完成', '逾期完成', '未销号', '其中逾期'].map((head) => ({
        head,
        share: 11,
        align: 'center' as const,
      })),
    ],
    rows,
  );
  return paperFile(title, section.regionName, [
    paperTitle(title),
    ...section.paragraphs.map(paperText),
    ...(rows.length > 0 ? [paperHeading('各部分任务完成情况'), table] : []),
    ...(section.units.length > 0 ? [paperHeading('各单位答复情况'), unitTable(section)] : []),
  ]);
}

const unitTable = ({ units }: AnnualSection) =>
  paperTable(
    [
      { head: '单位', share: 40 },
      ...['应答复', '按期率', '改类延长', '不予受理'].map((head) => ({
        head,
        share: 15,
        align: 'center' as const,
      })),
    ],
    units.map((unit) => [
      unit.name,
      String(unit.total),
      shareText(unit.share),
      lengthenedText(unit),
      String(unit.declined),
    ]),
  );
