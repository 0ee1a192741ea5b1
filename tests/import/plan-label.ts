import { readFileSync } from 'node:fs';
import type { ParsedItem, ParsedPlan, ParsedSubItem, ParsedTask } from '@sunledger/shared-types';

/** What a correct reading of a paper holds; the shape of the labels beside the papers and of the seeds' golden ones. */
export interface LabelNode {
  number: string;
  title: string | null;
  titleAlt?: string;
  textStart: string;
  textStartAlt?: string;
  textEnd: string;
  textLength: number;
  leadUnits: string[];
  responsibleUnits: string[];
  guidingUnits?: string[];
  unitsAlt?: { leadUnits: string[]; responsibleUnits: string[] }[];
  deadline?: unknown;
  dueOn?: string | null;
  subItems?: LabelNode[];
}

export interface LabelTask {
  no: number | string | null;
  text: string;
  leadUnits: string[];
  responsibleUnits: string[];
  reconstructedUnits?: string[];
  dueOn: string | null;
  dueOnAlt?: string;
  damaged?: boolean;
}

export interface PlanLabel {
  title: string | null;
  issuer: string | null;
  year: number | null;
  docNumber: string | null;
  issuedOn: string | null;
  disclosure: string | null;
  closing?: string | null;
  sections: { number: string | null; title: string | null; items: LabelNode[] }[];
  tasks: LabelTask[];
  unitList?: string[];
}

export function readLabel(file: string): PlanLabel {
  return JSON.parse(readFileSync(file, 'utf8')) as PlanLabel;
}

/** Blanks and the width of letters are the typesetter's, not the paper's. */
export function fold(text: string | number | null | undefined): string {
  return String(text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')');
}

const sameNumber = (a: string | null, b: string | null): boolean =>
  fold(a).replace(/[().,、]/g, '') === fold(b).replace(/[().,、]/g, '');
const sameTitle = (a: string | null, b: string | null | undefined): boolean =>
  fold(a).replace(/[.:,;。]+$/, '') === fold(b).replace(/[.:,;。]+$/, '');
const names = (units: readonly string[]): string => units.map(fold).sort().join('|');

/** Everything in which a reading differs from its label, one line each; empty for a correct reading. */
export function differences(plan: ParsedPlan, label: PlanLabel): string[] {
  const out: string[] = [];
  const say = (where: string, got: unknown, want: unknown): void =>
    void out.push(`${where}：得 ${JSON.stringify(got)}，应为 ${JSON.stringify(want)}`);
  const header: [string, string | number | null, string | number | null][] = [
    ['标题', plan.title, label.title],
    ['发文机关', plan.issuer, label.issuer],
    ['年度', plan.year, label.year],
    ['文号', plan.documentNumber, label.docNumber],
    ['成文日期', plan.issuedOn, label.issuedOn],
    ['公开属性', plan.disclosure, label.disclosure],
  ];
  for (const [field, got, want] of header) if (fold(got) !== fold(want)) say(field, got, want);
  if (plan.sections.length !== label.sections.length)
    say('章节数', plan.sections.length, label.sections.length);
  label.sections.forEach((section, s) => {
    const got = plan.sections[s];
    if (got === undefined) return;
    if (!sameNumber(got.number, section.number) || !sameTitle(got.title, section.title))
      say(`章节 ${s + 1}`, [got.number, got.title], [section.number, section.title]);
    compareNodes(got.items, section.items, `章节 ${section.number}`, say);
  });
  compareTasks(plan.tasks, label.tasks, say);
  if (label.unitList !== undefined) {
    const got = plan.unitLists.flatMap((list) => list.units);
    if (names(got) !== names(label.unitList)) say('单位名单', got, label.unitList);
  }
  if (label.closing !== undefined && fold(plan.closing) !== fold(label.closing))
    say('结尾', plan.closing, label.closing);
  return out;
}

type Say = (where: string, got: unknown, want: unknown) => void;

function compareNodes(
  got: readonly (ParsedItem | ParsedSubItem)[],
  want: readonly LabelNode[],
  where: string,
  say: Say,
): void {
  if (got.length !== want.length) return say(`${where} 条目数`, got.length, want.length);
  want.forEach((node, i) => {
    const own = got[i];
    const at = `${where} ${node.number}`;
    if (!sameNumber(own.number, node.number)) say(`${at} 编号`, own.number, node.number);
    if (node.subItems !== undefined && node.subItems.length > 0) {
      if (!sameTitle(own.title, node.title)) say(`${at} 标题`, own.title, node.title);
      return compareNodes('subItems' in own ? own.subItems : [], node.subItems, at, say);
    }
    if (![node.title, node.titleAlt].some((title) => title !== undefined && sameTitle(own.title, title)))
      say(`${at} 标题`, own.title, node.title);
    const text = fold(own.text);
    const starts = [node.textStart, node.textStartAlt]
      .filter((start) => start !== undefined)
      .some(
        (start) => text.startsWith(fold(start)) || (fold(own.title) + '。' + text).startsWith(fold(start)),
      );
    if (!starts || !text.endsWith(fold(node.textEnd)))
      say(`${at} 正文`, own.text, `${node.textStart}…${node.textEnd}`);
    const lost =
      node.textLength -
      own.text.replace(/\s+/g, '').length -
      (own.title === node.titleAlt ? fold(own.title).length : 0);
    if (Math.abs(lost) > 2) say(`${at} 字数`, own.text.replace(/\s+/g, '').length, node.textLength);
    compareUnits(own, node, at, say);
    if (node.deadline && own.dueOn !== node.dueOn) say(`${at} 时限`, own.dueOn, node.dueOn);
  });
}

type Units = { leadUnits: readonly string[]; responsibleUnits: readonly string[] };

function compareUnits(
  got: Units,
  want: Units & { unitsAlt?: Units[]; guidingUnits?: string[] },
  at: string,
  say: Say,
): void {
  const readings = [want, ...(want.unitsAlt ?? [])];
  const same = readings.some(
    (reading) =>
      names(got.leadUnits) === names(reading.leadUnits) &&
      names(got.responsibleUnits) === names(reading.responsibleUnits),
  );
  if (!same)
    say(`${at} 单位`, [got.leadUnits, got.responsibleUnits], [want.leadUnits, want.responsibleUnits]);
}

function compareTasks(got: readonly ParsedTask[], want: readonly LabelTask[], say: Say): void {
  if (got.length !== want.length) say('任务数', got.length, want.length);
  want.forEach((task, i) => {
    const own = got[i];
    if (own === undefined) return;
    const at = `任务 ${task.no ?? i + 1}`;
    if (fold(own.text) !== fold(task.text)) say(`${at} 内容`, own.text, task.text);
    if (own.dueOn !== task.dueOn && own.dueOn !== task.dueOnAlt) say(`${at} 时限`, own.dueOn, task.dueOn);
    if (task.damaged) {
      const whole = new Set(
        [...task.leadUnits, ...task.responsibleUnits, ...(task.reconstructedUnits ?? [])].map(fold),
      );
      const pieces = [...own.leadUnits, ...own.responsibleUnits].filter((name) => !whole.has(fold(name)));
      if (pieces.length > 0) say(`${at} 残缺的单位名`, pieces, []);
      if (own.flags.length === 0) say(`${at} 存疑标记`, own.flags, '至少一个');
    } else {
      compareUnits(own, task, at, say);
      if (own.flags.length > 0) say(`${at} 存疑标记`, own.flags, []);
    }
  });
}
