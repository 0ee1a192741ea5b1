import type {
  ParsedItem,
  ParsedPlan,
  ParsedSection,
  ParsedSubItem,
  ParsedTask,
  PointLevel,
} from '@sunledger/shared-types';
import { readDeadline } from './parse/deadline-text';

/** Units are still names here. */
export interface DraftPoint {
  /** The place of the parent in the list, before this one. */
  parent: number | null;
  level: PointLevel;
  number: string | null;
  title: string | null;
  text: string | null;
  unitText: string | null;
  leadUnits: string[];
  responsibleUnits: string[];
  deadlineText: string | null;
  dueOn: string | null;
}

export interface DraftTask {
  no: string | null;
  text: string;
  section: string | null;
  groupName: string | null;
  /** The place of its point in the list of points. */
  point: number | null;
  unitText: string | null;
  leadUnits: string[];
  responsibleUnits: string[];
  deadlineText: string | null;
  dueOn: string | null;
  continuous: boolean;
  flags: string[];
}

/**
 * What a parsed paper becomes: its tree, and one task per row of its table; a paper without a table gives
 * one task per sub-item, or per item where there are none. Pure.
 */
export function draftOf(parsed: ParsedPlan): { points: DraftPoint[]; tasks: DraftTask[] } {
  const points: DraftPoint[] = [];
  const leaves: DraftTask[] = [];
  for (const section of parsed.sections) {
    const at = points.push(sectionPoint(section)) - 1;
    for (const item of section.items) {
      const itemAt = points.push(itemPoint(item, 'item', at)) - 1;
      if (item.subItems.length === 0) leaves.push(leafTask(parsed, item, itemAt, section, null));
      for (const subItem of item.subItems) {
        const subAt = points.push(itemPoint(subItem, 'subItem', itemAt)) - 1;
        leaves.push(leafTask(parsed, subItem, subAt, section, item));
      }
    }
  }
  const tasks =
    parsed.tasks.length > 0
      ? parsed.tasks.map((task) => tableTask(task, points))
      : leaves.filter((leaf) => leaf.text !== '');
  return { points, tasks };
}

const sectionPoint = (section: ParsedSection): DraftPoint => ({
  parent: null,
  level: 'section',
  number: section.number,
  title: section.title,
  text: section.text,
  unitText: null,
  leadUnits: [],
  responsibleUnits: [],
  deadlineText: null,
  dueOn: null,
});

const itemPoint = (item: ParsedSubItem, level: PointLevel, parent: number): DraftPoint => ({
  parent,
  level,
  number: item.number,
  title: item.title,
  text: item.text,
  unitText: item.unitText,
  leadUnits: item.leadUnits,
  responsibleUnits: item.responsibleUnits,
  deadlineText: item.deadlineText,
  dueOn: item.dueOn,
});

function leafTask(
  parsed: ParsedPlan,
  leaf: ParsedSubItem,
  point: number,
  section: ParsedSection,
  group: ParsedItem | null,
): DraftTask {
  const deadline = leaf.deadlineText && readDeadline(leaf.deadlineText, parsed.year, parsed.issuedOn);
  return {
    no: leaf.number,
    text: sentenceOf(leaf),
    section: headingOf(section.number, section.title, '、'),
    groupName: group && headingOf(group.number, group.title, ''),
    point,
    unitText: leaf.unitText,
    leadUnits: leaf.leadUnits,
    responsibleUnits: leaf.responsibleUnits,
    deadlineText: leaf.deadlineText,
    dueOn: leaf.dueOn,
    continuous: deadline ? deadline.continuous : false,
    flags: [],
  };
}

/** Title and text as one sentence after the other. */
function sentenceOf({ title, text }: ParsedSubItem): string {
  if (!title) return text;
  if (text === '') return title;
  return /[。：；！？]$/.test(title) ? title + text : `${title}。${text}`;
}

function tableTask(task: ParsedTask, points: readonly DraftPoint[]): DraftTask {
  const sectionAt = indexOfHeading(task.section, points, (point) => point.level === 'section');
  const groupAt = indexOfHeading(
    task.group,
    points,
    (point) => point.level === 'item' && point.parent === sectionAt,
  );
  const section = sectionAt === null ? undefined : points[sectionAt];
  const group = groupAt === null ? undefined : points[groupAt];
  return {
    no: task.no === null ? null : String(task.no),
    text: task.text,
    section: section ? headingOf(section.number, section.title, '、') : task.section,
    groupName: group ? headingOf(group.number, group.title, '') : task.group,
    point: groupAt ?? sectionAt,
    unitText: task.unitText,
    leadUnits: task.leadUnits,
    responsibleUnits: task.responsibleUnits,
    deadlineText: task.deadlineText,
    dueOn: task.dueOn,
    continuous: task.continuous,
    flags: task.flags,
  };
}

/** The point that a cell of the table names, by its number or by its title; null when it names none. */
function indexOfHeading(
  heading: string | null,
  points: readonly DraftPoint[],
  fits: (point: DraftPoint) => boolean,
): number | null {
  if (heading === null) return null;
  const wanted = bare(heading);
  const at = points.findIndex(
    (point) =>
      fits(point) &&
      wanted !== '' &&
      [bare(point.number), bare(point.title), bare(`${point.number ?? ''}${point.title ?? ''}`)].includes(
        wanted,
      ),
  );
  return at < 0 ? null : at;
}

/** A heading without the signs that tables print in their own way. */
const bare = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/[\s、，,.。:：()]/g, '');

function headingOf(number: string | null, title: string | null, between: string): string | null {
  if (number && title) return `${number}${between}${title}`;
  return title ?? number;
}
