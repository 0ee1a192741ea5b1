import type { ParsedItem, ParsedPlan, ParsedSubItem, ParsedTask } from '@sunledger/shared-types';

/** What the office may set right in a reading. Pure: each function gives a new reading and leaves the old one. */

export type HeadField =
  | 'title'
  | 'noticeTitle'
  | 'issuer'
  | 'documentNumber'
  | 'issuedOn'
  | 'printedOn'
  | 'disclosure'
  | 'addressees'
  | 'overview'
  | 'closing';

export type HeadForm = Record<HeadField, string> & { year: string };

export const headFormOf = (parsed: ParsedPlan): HeadForm => ({
  title: parsed.title ?? '',
  noticeTitle: parsed.noticeTitle ?? '',
  issuer: parsed.issuer ?? '',
  documentNumber: parsed.documentNumber ?? '',
  issuedOn: parsed.issuedOn ?? '',
  printedOn: parsed.printedOn ?? '',
  disclosure: parsed.disclosure ?? '',
  addressees: parsed.addressees ?? '',
  overview: parsed.overview ?? '',
  closing: parsed.closing ?? '',
  year: parsed.year === null ? '' : String(parsed.year),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is wrong with the head, by field. */
export function headErrorsOf(form: HeadForm): Partial<Record<keyof HeadForm, string>> {
  const errors: Partial<Record<keyof HeadForm, string>> = {};
  if (form.title.trim() === '') errors.title = '请填写工作要点的标题。';
  if (!/^20\d{2}$/.test(form.year.trim())) errors.year = '请填写四位年份，如 2026。';
  return errors;
}

export function withHead(parsed: ParsedPlan, form: HeadForm): ParsedPlan {
  const { year, ...texts } = form;
  const fields = Object.keys(texts) as HeadField[];
  const set = Object.fromEntries(fields.map((field) => [field, orNull(texts[field])]));
  return { ...parsed, ...set, year: /^\d{4}$/.test(year.trim()) ? Number(year) : null };
}

/** One unit per line: names such as “省、市驻华亭有关单位” contain the sign that separates others. */
export const unitsText = (units: readonly string[]): string => units.join('\n');
export const unitsOfText = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** A task or an item in the editor; `no` and `continuous` are for tasks, `title` for items. */
export interface EntryForm {
  no: string;
  title: string;
  text: string;
  leadUnits: string;
  responsibleUnits: string;
  deadlineText: string;
  dueOn: string;
  continuous: boolean;
}

export const taskFormOf = (task: ParsedTask): EntryForm => ({
  no: task.no === null ? '' : String(task.no),
  title: '',
  text: task.text,
  leadUnits: unitsText(task.leadUnits),
  responsibleUnits: unitsText(task.responsibleUnits),
  deadlineText: task.deadlineText ?? '',
  dueOn: task.dueOn ?? '',
  continuous: task.continuous,
});

export const itemFormOf = (item: ParsedSubItem): EntryForm => ({
  no: item.number ?? '',
  title: item.title ?? '',
  text: item.text,
  leadUnits: unitsText(item.leadUnits),
  responsibleUnits: unitsText(item.responsibleUnits),
  deadlineText: item.deadlineText ?? '',
  dueOn: item.dueOn ?? '',
  continuous: false,
});

/** A task needs words; an item may have only a title. */
export const entryErrorOf = (form: EntryForm): string | undefined =>
  form.text.trim() === '' && form.title.trim() === '' ? '请填写内容，或者删去这一条。' : undefined;

const edited = (form: EntryForm) => ({
  text: form.text.trim(),
  leadUnits: unitsOfText(form.leadUnits),
  responsibleUnits: unitsOfText(form.responsibleUnits),
  deadlineText: orNull(form.deadlineText),
  dueOn: orNull(form.dueOn),
});

/** A task as a person has set it right: nobody need look at it any more, so its flags go. */
export const withTask = (parsed: ParsedPlan, at: number, form: EntryForm): ParsedPlan => ({
  ...parsed,
  tasks: parsed.tasks.map((task, index) =>
    index === at
      ? { ...task, ...edited(form), no: numberOf(form.no), continuous: form.continuous, flags: [] }
      : task,
  ),
});

export const withoutTask = (parsed: ParsedPlan, at: number): ParsedPlan => ({
  ...parsed,
  tasks: parsed.tasks.filter((_, index) => index !== at),
});

/** A row that the paper has and the reading missed, behind the others. */
export const withNewTask = (parsed: ParsedPlan, form: EntryForm): ParsedPlan => {
  const last = parsed.tasks[parsed.tasks.length - 1];
  const task: ParsedTask = {
    no: numberOf(form.no),
    section: last?.section ?? null,
    group: last?.group ?? null,
    unitText: null,
    continuous: form.continuous,
    flags: [],
    ...edited(form),
  };
  return { ...parsed, tasks: [...parsed.tasks, task] };
};

/** Where an item stands: section, item, and the sub-item below it. */
export interface ItemPath {
  section: number;
  item: number;
  subItem: number | null;
}

export function itemAt(parsed: ParsedPlan, path: ItemPath): ParsedSubItem | null {
  const item = parsed.sections[path.section]?.items[path.item];
  if (!item) return null;
  return path.subItem === null ? item : (item.subItems[path.subItem] ?? null);
}

export function withItem(parsed: ParsedPlan, path: ItemPath, form: EntryForm): ParsedPlan {
  const change = <T extends ParsedSubItem>(entry: T): T => ({
    ...entry,
    ...edited(form),
    number: orNull(form.no),
    title: orNull(form.title),
  });
  const changeItem = (item: ParsedItem): ParsedItem =>
    path.subItem === null
      ? change(item)
      : { ...item, subItems: item.subItems.map((sub, at) => (at === path.subItem ? change(sub) : sub)) };
  return {
    ...parsed,
    sections: parsed.sections.map((section, at) =>
      at === path.section
        ? {
            ...section,
            items: section.items.map((item, index) => (index === path.item ? changeItem(item) : item)),
          }
        : section,
    ),
  };
}

const numberOf = (text: string): number | string | null => {
  const bare = text.trim();
  if (bare === '') return null;
  return /^\d{1,6}$/.test(bare) ? Number(bare) : bare;
};
