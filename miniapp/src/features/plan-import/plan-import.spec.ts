import type { ParsedPlan, ParsedTask } from '@sunledger/shared-types';
import { lineOf, missingIn, sortedRemarks, sourceLines, taskCountOf } from './check-words';
import {
  entryErrorOf,
  headErrorsOf,
  headFormOf,
  itemAt,
  itemFormOf,
  taskFormOf,
  unitsOfText,
  withHead,
  withItem,
  withNewTask,
  withTask,
  withoutTask,
} from './edit-parsed';
import { fileProblem } from './import-file';

const task = (part: Partial<ParsedTask>): ParsedTask => ({
  no: 1,
  text: '建成政策问答库',
  section: '一、主动公开',
  group: null,
  unitText: '县信访局',
  leadUnits: ['县信访局'],
  responsibleUnits: [],
  deadlineText: '12月底前',
  dueOn: '2026-12-31',
  continuous: false,
  flags: ['unitCut'],
  ...part,
});
const leaf = {
  number: '1',
  title: '小项',
  text: '正文',
  unitText: null,
  leadUnits: [],
  responsibleUnits: [],
  deadlineText: null,
  dueOn: null,
};
const plan = (part: Partial<ParsedPlan> = {}): ParsedPlan => ({
  title: '2026年工作要点',
  noticeTitle: null,
  issuer: null,
  region: null,
  year: 2026,
  documentNumber: null,
  issuedOn: null,
  printedOn: null,
  disclosure: null,
  addressees: null,
  overview: null,
  closing: null,
  sections: [
    {
      number: '一',
      title: '主动公开',
      text: null,
      items: [{ ...leaf, number: '（一）', subItems: [leaf, leaf] }],
    },
  ],
  tasks: [task({}), task({ no: 2, flags: [] })],
  unitLists: [],
  remarks: [],
  coverage: { sourceCharacters: 100, placedCharacters: 95, remarkCharacters: 5 },
  ...part,
});

describe('setting a reading right', () => {
  it('changes one task, clears its flags and leaves the rest', () => {
    const before = plan();
    const after = withTask(before, 0, {
      ...taskFormOf(task({})),
      leadUnits: '县信访局\n省、市驻县有关单位\n县信访局',
      dueOn: '',
    });
    expect(after.tasks[0]).toMatchObject({
      leadUnits: ['县信访局', '省、市驻县有关单位'],
      dueOn: null,
      flags: [],
      section: '一、主动公开',
    });
    expect(after.tasks[1]).toBe(before.tasks[1]);
    expect(before.tasks[0]?.flags).toEqual(['unitCut']);
  });

  it('adds a row that was missed, and takes one away', () => {
    const added = withNewTask(plan(), { ...taskFormOf(task({})), no: '3', text: ' 新任务 ' });
    expect(added.tasks[2]).toMatchObject({ no: 3, text: '新任务', section: '一、主动公开' });
    expect(withoutTask(added, 0).tasks.map((each) => each.no)).toEqual([2, 3]);
  });

  it('reaches items and sub-items', () => {
    const path = { section: 0, item: 0, subItem: 1 };
    const after = withItem(plan(), path, { ...itemFormOf(leaf), title: '改过', leadUnits: '县教育局' });
    expect(itemAt(after, path)).toMatchObject({ title: '改过', leadUnits: ['县教育局'] });
    expect(itemAt(after, { ...path, subItem: 0 })).toBe(leaf);
    expect(
      itemAt(withItem(plan(), { ...path, subItem: null }, itemFormOf(leaf)), { ...path, subItem: null }),
    ).toMatchObject({ number: '1' });
    expect(itemAt(plan(), { section: 4, item: 0, subItem: null })).toBeNull();
  });

  it('writes an empty field as not said', () => {
    const form = { ...headFormOf(plan()), issuer: ' ', documentNumber: '云政办发〔2026〕18号', year: '2026' };
    expect(withHead(plan(), form)).toMatchObject({
      issuer: null,
      documentNumber: '云政办发〔2026〕18号',
      year: 2026,
    });
    expect(headErrorsOf({ ...form, title: '', year: '26' })).toEqual({
      title: expect.any(String),
      year: expect.any(String),
    });
    expect(entryErrorOf({ ...taskFormOf(task({})), text: ' ' })).toBeDefined();
    expect(unitsOfText('  \n')).toEqual([]);
  });
});

describe('checking a reading', () => {
  it('has what must be looked at apart from what was set aside', () => {
    const remarks = [
      { line: 9, text: '…', kind: 'pageNumber' as const, message: '' },
      { line: 7, text: '…', kind: 'doubt' as const, message: '' },
      { line: 3, text: '…', kind: 'unplaced' as const, message: '' },
    ];
    const { look, aside } = sortedRemarks(remarks);
    expect(look.map((remark) => remark.line)).toEqual([3, 7]);
    expect(aside.map((remark) => remark.line)).toEqual([9]);
  });

  it('finds the line of a text, blanks or not', () => {
    const lines = sourceLines('标题\r\n一、主动 公开\n1.建成政策问答库，常见问题一次说清\r落款');
    expect(lines).toHaveLength(4);
    expect(lineOf(lines, '建成政策问答库，常见问题一次说清')).toBe(3);
    expect(lineOf(lines, '一、主动公开')).toBe(2);
    expect(lineOf(['建成政策问答库一', '别的', '20 建成政策问答库一'], '建成政策问答库一', 'end')).toBe(3);
    expect(lineOf(lines, '没有的话在这里')).toBeNull();
    expect(lineOf(lines, '短')).toBeNull();
  });

  it('counts a task per leaf where the paper has no table', () => {
    expect(taskCountOf(plan())).toBe(2);
    expect(taskCountOf(plan({ tasks: [] }))).toBe(2);
    expect(missingIn(plan())).toEqual([]);
    expect(missingIn(plan({ title: null, year: null, tasks: [], sections: [] }))).toHaveLength(3);
  });
});

describe('choosing a file', () => {
  it('takes what the importer reads, and says what to do with the rest', () => {
    expect(fileProblem({ name: '要点.DOCX', size: 10 })).toBeNull();
    expect(fileProblem({ name: '要点.doc', size: 10 })).toContain('另存为 .docx');
    expect(fileProblem({ name: '要点.xlsx', size: 10 })).toContain('只能导入');
    expect(fileProblem({ name: '要点.pdf', size: 0 })).toContain('空的');
    expect(fileProblem({ name: '要点.pdf', size: 30 * 1024 * 1024 })).toContain('20 MB');
  });
});
