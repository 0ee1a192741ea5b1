import type { ParsedPlan, ParsedTask } from '@sunledger/shared-types';
import { chineseNumber } from './chinese-number';
import { cleanText } from './clean-text';
import { dropContents } from './contents-pages';
import { readDeadline } from './deadline-text';
import { readFrontMatter } from './front-matter';
import { buildOutline } from './outline';
import { markerOf } from './marker';
import { dropPageMarks } from './page-marks';
import { splitInlineHeadings } from './inline-headings';
import { lineHabit, toParagraphs } from './paragraphs';
import type { PaperFacts } from './plan-tree';
import { toPlanTree } from './plan-tree';
import { regionOf } from './region-name';
import { SourceLedger } from './source-ledger';

import { toLines } from './source-lines';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { noSteps } from './steps';
import { judgeTasks } from './table-damage';
import type { Table } from './table-grid';
import { findTables } from './table-grid';
import type { TaskDraft } from './table-tasks';
import { readTaskTable } from './table-tasks';
import { tidy } from './traced-text';
import { readUnitLists } from './attachments';
import { findZones } from './zones';

/**
 * The text of a 工作要点 → its plan. Pure: no file, no clock, no randomness; the same text gives the same plan, and no text
 * makes it throw. `steps` counts the work.
 */
export function parsePlan(source: string, steps: StepCounter = noSteps): ParsedPlan {
  const ledger = new SourceLedger(source);
  steps.add(source.length);
  const cleaned = cleanText(source, ledger, steps);
  const printed = dropContents(dropPageMarks(toLines(cleaned, ledger, steps), ledger), ledger);
  const lines = splitInlineHeadings(printed, steps);
  const tables = findTables(lines, ledger, steps);
  const tableLines = new Set<number>();
  for (const table of tables) for (let i = table.from; i < table.to; i++) tableLines.add(i);
  const inTable = (index: number): boolean => tableLines.has(index);
  const zones = findZones(lines, tables);
  const front = readFrontMatter(lines, inTable, zones, ledger);
  const title = zones.title === null ? null : tidy(zones.title.text).replace(/\n/g, '');
  const noticeTitle =
    zones.notice === null
      ? null
      : tidy(zones.notice.text)
          .replace(/^.*?《(?=.*关于.*〈)|^《(?=.*关于)|(?<=(?:通知|通告|函|通报|公告))》/g, '')
          .replace(/(?<=通知)[（(【[][^（）()]*[）)】\]]$/, '');
  const planTitle = title ?? zones.announced ?? noticeTitle;
  const year =
    yearOf(planTitle) ??
    yearOf(noticeTitle) ??
    (front.issuedOn === null ? null : Number(front.issuedOn.slice(0, 4)));
  const facts: PaperFacts = { year, issuedOn: front.issuedOn ?? front.printedOn, ledger, steps };

  const bodyLines = lines.filter(
    (_line, index) =>
      index >= zones.body.from && index < zones.body.to && !front.taken.has(index) && !inTable(index),
  );
  const text = aboveTables(bodyLines, lines, tables, ledger);
  const tree = toPlanTree(buildOutline(toParagraphs(text, lineHabit(text), steps), steps), facts);
  const drafts: TaskDraft[] = [];
  for (const table of tables) {
    const read = readTaskTable(table, tree.sections.length > 0, ledger, steps);
    drafts.push(...read.tasks);
    for (const { number, title: sectionTitle } of read.sections) {
      if (tree.sections.some((section) => section.number === number && section.title === sectionTitle))
        continue;
      tree.sections.push({ number, title: sectionTitle, text: null, items: [] });
    }
  }
  const unitLists = readUnitLists(lines, zones, front.taken, inTable, ledger, steps);
  judgeTasks(
    drafts,
    unitLists.flatMap((list) => list.units),
    ledger,
    steps,
  );
  const tasks = drafts.map((draft) => taskOf(draft, facts));
  const coverage = ledger.close();
  return {
    title: planTitle,
    noticeTitle,
    issuer: front.issuer,
    region: regionOf(planTitle, front.issuer, noticeTitle),
    year,
    documentNumber: front.documentNumber,
    issuedOn: front.issuedOn,
    printedOn: front.printedOn,
    disclosure: front.disclosure,
    addressees: front.addressees,
    overview: tree.overview,
    closing: tree.closing,
    sections: tree.sections,
    tasks,
    unitLists,
    remarks: ledger.remarks,
    coverage,
  };
}

/** In a paper without numbered text the lines behind its table (合计, 注) are no overview. */
function aboveTables(
  body: readonly Line[],
  lines: readonly Line[],
  tables: readonly Table[],
  ledger: SourceLedger,
): readonly Line[] {
  if (tables.length === 0 || body.some((line) => markerOf(line.text) !== null)) return body;
  const above = new Set(lines.slice(0, tables[0].from));
  for (const line of body)
    if (!above.has(line)) ledger.remark(line.piece, 'unplaced', '表格之后的文字未归入任何字段');
  return body.filter((line) => above.has(line));
}

function yearOf(title: string | null): number | null {
  const printed = /((?:19|20)\d{2})/.exec(title ?? '');
  if (printed !== null) return Number(printed[1]);
  const spelled = /([一二]{1}[〇○零Oo九][〇○零Oo一二三四五六七八九]{2})年/.exec(title ?? '');
  return spelled === null ? null : chineseNumber(spelled[1].replace(/[oO]/g, '〇'));
}

function taskOf(draft: TaskDraft, facts: PaperFacts): ParsedTask {
  const { reading } = draft;
  const due =
    draft.deadlineText === null ? null : readDeadline(draft.deadlineText, facts.year, facts.issuedOn);
  if (due?.doubt) facts.ledger.doubt(draft.at, draft.deadlineText ?? '', due.doubt);
  return {
    no: draft.no,
    text: draft.text,
    section: draft.section,
    group: draft.group,
    unitText: draft.unitText.length === 0 ? null : draft.unitText.join('；'),
    leadUnits: reading.lead,
    responsibleUnits: reading.responsible.filter((name) => !reading.lead.includes(name)),
    deadlineText: draft.deadlineText,
    dueOn: due?.dueOn ?? null,
    continuous: due?.continuous ?? false,
    flags: [...new Set(draft.flags)],
  };
}
