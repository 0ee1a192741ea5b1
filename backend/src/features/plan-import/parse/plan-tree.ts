import type { ParsedItem, ParsedSection, ParsedSubItem } from '@sunledger/shared-types';
import { takeClosing } from './closing';
import { readDeadline } from './deadline-text';
import { extractNotes } from './extract-notes';
import type { MarkerKind } from './marker';
import type { TitleHabit } from './node-title';
import { isOwnLineTitle, plainTitle, titleHabit, titleOf } from './node-title';
import type { Node, Outline } from './outline';
import { isNoteParagraph } from './outline';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import { tidy, Traced } from './traced-text';

/** What a reading of units and dates needs to know of the paper. */
export interface PaperFacts {
  year: number | null;
  issuedOn: string | null;
  ledger: SourceLedger;
  steps: StepCounter;
}

export interface PlanTree {
  overview: string | null;
  sections: ParsedSection[];
  closing: string | null;
}

export function paragraphText(pieces: readonly Traced[]): string {
  return tidy(pieces.map((piece) => piece.text).join('\n'));
}

/** The tree of numbers → sections and items of the contract, by reading rules 3, 7 and 8. */
export function toPlanTree(outline: Outline, facts: PaperFacts): PlanTree {
  for (const piece of outline.overview) facts.ledger.place(piece);
  const overview = outline.overview.length === 0 ? null : paragraphText(outline.overview);
  const { sections, items } = outline;
  const closing = takeClosing(outline, facts);
  const tree: PlanTree = { overview, sections: [], closing };
  const habits = habitsOf(outline);
  if (sections.length === 0) {
    if (items.length > 0)
      tree.sections.push({ number: null, title: null, text: null, items: itemsOf(items, habits, facts) });
    return tree;
  }
  const childless = sections.every((section) => section.children.length === 0);
  if (childless && !mostlyHeadings(sections)) {
    tree.sections.push({ number: null, title: null, text: null, items: itemsOf(sections, habits, facts) });
    return tree;
  }
  for (const section of sections) tree.sections.push(sectionOf(section, childless, habits, facts));
  if (items.length > 0)
    tree.sections.unshift({ number: null, title: null, text: null, items: itemsOf(items, habits, facts) });
  return tree;
}

function mostlyHeadings(sections: readonly Node[]): boolean {
  const headings = sections.filter(
    (section) =>
      isOwnLineTitle(section.paragraphs[0].text) &&
      section.paragraphs.slice(1).some((piece) => !isNoteParagraph(piece.text)),
  ).length;
  return headings * 2 > sections.length;
}

function sectionOf(section: Node, childless: boolean, habits: Habits, facts: PaperFacts): ParsedSection {
  const { ledger } = facts;
  const [heading, ...below] = section.paragraphs;
  const { rest: first, notes } = childless
    ? { rest: heading, notes: [] }
    : extractNotes(heading, facts.steps);
  for (const note of notes) ledger.remark(note, 'unitRule', '章节标题后的单位适用于整章，未写入各条目');
  const cut = titleOf(first, true, { longest: 60 });
  const title = cut.title === null ? null : plainTitle(cut.title).replace(/[\]】］]/g, '');
  for (const piece of [section.markerPiece, ...section.paragraphs]) ledger.place(piece);
  const texts = [cut.rest, ...below].filter((piece) => piece.text.trim() !== '');
  const out: ParsedSection = { number: section.marker.number, title, text: null, items: [] };
  if (childless) out.items = paragraphItems(section, texts, facts);
  else {
    out.text = texts.length === 0 ? null : paragraphText(texts);
    out.items = itemsOf(section.children, habits, facts);
  }
  return out;
}

/** Rule 7: no section has numbered items, so each paragraph is one; a note of its own line belongs to the paragraph before. */
function paragraphItems(section: Node, texts: readonly Traced[], facts: PaperFacts): ParsedItem[] {
  const groups: Traced[][] = [];
  for (const piece of texts) {
    const last = groups.at(-1);
    if (last !== undefined && isNoteParagraph(piece.text)) last.push(piece);
    else groups.push([piece]);
  }
  return groups.map((pieces) => ({
    ...leafOf(section.marker.number, null, Traced.join(pieces, '\n'), facts),
    subItems: [],
  }));
}

/** Title habits by form of number: all 1. of a paper are judged together, wherever they stand. */
type Habits = Map<MarkerKind, TitleHabit>;

function habitsOf(outline: Outline): Habits {
  const byKind = new Map<MarkerKind, Node[]>();
  const add = (node: Node): void => {
    const nodes = byKind.get(node.marker.kind);
    if (nodes === undefined) byKind.set(node.marker.kind, [node]);
    else nodes.push(node);
    node.children.forEach(add);
  };
  outline.sections.forEach(add);
  outline.items.forEach(add);
  return new Map([...byKind].map(([kind, nodes]) => [kind, titleHabit(nodes)]));
}

function itemsOf(nodes: readonly Node[], habits: Habits, facts: PaperFacts): ParsedItem[] {
  const habitOf = (node: Node): TitleHabit => habits.get(node.marker.kind) ?? { longest: 0 };
  return nodes.map((node) => ({
    ...nodeLeaf(node, node.children.length > 0 ? { longest: 60 } : habitOf(node), facts),
    subItems: node.children.map((child) => nodeLeaf(child, habitOf(child), facts)),
  }));
}

function nodeLeaf(node: Node, habit: TitleHabit, facts: PaperFacts): ParsedSubItem {
  facts.ledger.place(node.markerPiece);
  const whole = Traced.join(node.paragraphs, '\n');
  return leafOf(node.marker.number, { habit, hasChildren: node.children.length > 0 }, whole, facts);
}

function leafOf(
  number: string,
  title: { habit: TitleHabit; hasChildren: boolean } | null,
  whole: Traced,
  facts: PaperFacts,
): ParsedSubItem {
  const { ledger, steps, year, issuedOn } = facts;
  ledger.place(whole);
  const { rest, notes, reading } = extractNotes(whole, steps);
  const lineEnd = rest.text.indexOf('\n');
  const first = lineEnd < 0 ? rest : rest.slice(0, lineEnd);
  const below = lineEnd < 0 ? Traced.empty : rest.slice(lineEnd + 1);
  const cut =
    title === null
      ? { title: null, rest: first }
      : titleOf(first, below.text.trim() !== '' || title.hasChildren, title.habit);
  const text = [cut.rest, below].filter((piece) => piece.text.trim() !== '');
  const deadlineText = reading.deadlines.length === 0 ? null : reading.deadlines.join('；');
  const due = deadlineText === null ? null : readDeadline(deadlineText, year, issuedOn);
  if (due?.doubt) ledger.doubt(whole.start, deadlineText ?? '', due.doubt);
  for (const rule of reading.rules)
    ledger.doubt(whole.start, rule, '适用于全文的单位规则，未写入各条目的单位', 'unitRule');
  if (reading.guiding.length > 0)
    ledger.doubt(whole.start, reading.guiding.join('、'), '指导单位不列入牵头或责任单位', 'unitRule');
  for (const name of reading.doubtful) ledger.doubt(whole.start, name, '这段文字不像单位名称，未计入单位');
  return {
    number,
    title: cut.title === null ? null : plainTitle(cut.title),
    text: paragraphText(text),
    unitText: notes.length === 0 ? null : notes.map((note) => tidy(note.text).replace(/\n/g, '')).join('\n'),
    leadUnits: reading.lead,
    responsibleUnits: reading.responsible.filter((name) => !reading.lead.includes(name)),
    deadlineText,
    dueOn: due?.dueOn ?? null,
  };
}
