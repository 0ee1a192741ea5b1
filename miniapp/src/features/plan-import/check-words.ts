import type { ParsedPlan, PlanRemark, RemarkKind, TaskFlag } from '@sunledger/shared-types';
import type { Tone } from '../../ui';

/** Kinds of remarks in words, and whether a person has to look. */
export const remarkWords: Record<RemarkKind, string> = {
  noise: '排版杂质',
  pageNumber: '页码',
  traditional: '繁体字',
  contents: '目录',
  letterhead: '版头',
  webPage: '网页附带文字',
  letter: '通知正文',
  attachmentList: '附件目录',
  attachment: '其他附件',
  signature: '落款',
  distribution: '抄送印发',
  repeated: '重复内容',
  tableHead: '表头',
  tableColumn: '表格其他列',
  unitRule: '通用责任规定',
  unplaced: '没有放进任何字段',
  doubt: '存疑',
};

export const flagWords: Record<TaskFlag, string> = {
  unitCut: '单位名称不全',
  cellsMerged: '合并单元格拆错',
  textMissing: '没有内容',
  numberMissing: '没有序号',
  deadlineMissing: '没有时限',
  columnsShifted: '列数对不上',
  damagedLetters: '有认不出的字',
};

/** What may have cost content comes first; what was merely set aside, last. */
const mustSee: readonly RemarkKind[] = ['doubt', 'unplaced', 'unitRule', 'tableColumn', 'attachment'];

export const needsLook = (remark: Pick<PlanRemark, 'kind'>): boolean => mustSee.includes(remark.kind);

export const remarkTone = (remark: Pick<PlanRemark, 'kind'>): Tone =>
  remark.kind === 'doubt' || remark.kind === 'unplaced' ? 'late' : needsLook(remark) ? 'soon' : 'grey';

/** Remarks to look at and those that only say what was set aside, each in the order of the paper. */
export function sortedRemarks(remarks: readonly PlanRemark[]): { look: PlanRemark[]; aside: PlanRemark[] } {
  const inOrder = [...remarks].sort((a, b) => a.line - b.line);
  return { look: inOrder.filter(needsLook), aside: inOrder.filter((remark) => !needsLook(remark)) };
}

/** The lines of the source; CRLF, LF and CR each end one, as the importer counts them. */
export const sourceLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/**
 * The line (from 1) in which a text begins, or null: the longest start of it that the source has. A table
 * stands behind the text and often repeats it, so its rows are looked for from the end.
 */
export function lineOf(
  lines: readonly string[],
  text: string,
  from: 'start' | 'end' = 'start',
): number | null {
  const bare = text.replace(/\s+/g, '');
  if (bare.length < 4) return null;
  const found = [12, 6].map((length) => placeOf(lines, bare.slice(0, length), from)).find((at) => at >= 0);
  return found === undefined ? null : found + 1;
}

function placeOf(lines: readonly string[], start: string, from: 'start' | 'end'): number {
  const has = (line: string): boolean => line.replace(/\s+/g, '').includes(start);
  if (from === 'start') return lines.findIndex(has);
  const fromEnd = [...lines].reverse().findIndex(has);
  return fromEnd < 0 ? -1 : lines.length - 1 - fromEnd;
}

/** What still stops the draft from being made. */
export function missingIn(parsed: ParsedPlan): string[] {
  const missing: string[] = [];
  if (!parsed.title?.trim()) missing.push('标题没有识别出来，请在“文件”里填写。');
  if (parsed.year === null) missing.push('年份没有识别出来，请在“文件”里填写。');
  if (taskCountOf(parsed) === 0) missing.push('没有识别出任务，请对照原文补上。');
  return missing;
}

/** A paper without a task table makes a task of each sub-item, or of the item where it has none. */
export function taskCountOf(parsed: Pick<ParsedPlan, 'tasks' | 'sections'>): number {
  if (parsed.tasks.length > 0) return parsed.tasks.length;
  return parsed.sections.reduce(
    (sum, section) => sum + section.items.reduce((of, item) => of + Math.max(1, item.subItems.length), 0),
    0,
  );
}

/** “原文 5,210 字，全部放进字段或列为提示”. */
export function coverageWords(parsed: Pick<ParsedPlan, 'coverage'>): string {
  const { sourceCharacters, placedCharacters, remarkCharacters } = parsed.coverage;
  return `原文 ${sourceCharacters} 字：${placedCharacters} 字放进字段，${remarkCharacters} 字列为提示`;
}
