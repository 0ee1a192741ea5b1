import { lightWords, taskSheetHeads, type Light, type TaskRow, type TaskUnit } from '@sunledger/shared-types';
import type { SheetCell, SheetColumn } from '../../adapters/spreadsheet/write-sheet';
import { checkOf, type RowTexts } from './sheet-row';

export interface RowLinks {
  readonly page: string;
  readonly evidence: string | null;
}

type Column = keyof typeof taskSheetHeads;

/** The order of the seeds' annexes (序号/重点工作/牵头单位/责任单位/完成时限), then what the system adds. */
const looks: Record<Column, Omit<SheetColumn, 'head'>> = {
  no: { width: 6, align: 'center' },
  text: { width: 56, editable: true },
  leadUnits: { width: 20, editable: true },
  responsibleUnits: { width: 24, editable: true },
  deadlineText: { width: 14, align: 'center', editable: true },
  dueOn: { width: 12, align: 'center' },
  light: { width: 12, align: 'center' },
  percent: { width: 9, align: 'center' },
  lastProgressOn: { width: 12, align: 'center' },
  finishedOn: { width: 12, align: 'center' },
  section: { width: 22 },
  page: { width: 9, align: 'center' },
  evidence: { width: 9, align: 'center' },
  id: { width: 9, hidden: true },
  check: { width: 9, hidden: true },
};

export const columnNames = Object.keys(taskSheetHeads) as Column[];

export const sheetColumns: readonly SheetColumn[] = columnNames.map((name) => ({
  head: taskSheetHeads[name],
  ...looks[name],
}));

const colours: Partial<Record<Light, string>> = {
  done: '#2f7d4f',
  doneLate: '#8a6d1f',
  dueSoon: '#9a5b00',
  overdue: '#b3261e',
};

const namesOf = (units: readonly TaskUnit[]): string => units.map((unit) => unit.name).join('、');

/** The texts of the cells, as they stand in the file and as they are compared on the way back. */
export function rowTexts(task: TaskRow): Omit<RowTexts, 'check'> {
  const { shape, word } = lightWords[task.light];
  return {
    no: clean(task.no),
    text: clean(task.text),
    leadUnits: clean(namesOf(task.leadUnits)),
    responsibleUnits: clean(namesOf(task.responsibleUnits)),
    deadlineText: clean(task.deadlineText),
    dueOn: clean(task.dueOn),
    light: `${shape} ${word}`,
    percent: String(task.percent),
    lastProgressOn: clean(task.lastProgressOn),
    finishedOn: clean(task.finishedOn),
    section: clean([task.section, task.group].filter(Boolean).join(' / ')),
    page: '打开',
    evidence: '查看',
    id: String(task.id),
  };
}

export function sheetCells(task: TaskRow, links: RowLinks): SheetCell[] {
  const texts = rowTexts(task);
  const cells: Record<Column, SheetCell> = {
    no: { value: texts.no },
    text: { value: texts.text },
    leadUnits: { value: texts.leadUnits },
    responsibleUnits: { value: texts.responsibleUnits },
    deadlineText: { value: texts.deadlineText },
    dueOn: { value: texts.dueOn },
    light: { value: texts.light, ...(colours[task.light] ? { colour: colours[task.light] } : {}) },
    percent: { value: task.percent },
    lastProgressOn: { value: texts.lastProgressOn },
    finishedOn: { value: texts.finishedOn },
    section: { value: texts.section },
    page: { value: texts.page, link: links.page },
    evidence: links.evidence ? { value: texts.evidence, link: links.evidence } : { value: null },
    id: { value: texts.id },
    check: { value: checkOf(texts) },
  };
  return columnNames.map((name) => cells[name]);
}

/** As a spreadsheet gives a text back. */
const clean = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();
