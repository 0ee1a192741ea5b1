import { noLights, type WorkPoint } from '@sunledger/shared-types';
import { paperDate, pointNumber, sectionLabel, unitsLabel } from './plan-words';
import { findPoint, ownLights, sectionsOf, tasksOfItem } from './plan-tree';

const point = (id: number, level: WorkPoint['level'], parentId: number | null, done = 0): WorkPoint => ({
  id,
  parentId,
  level,
  number: null,
  title: `点${id}`,
  text: null,
  leadUnits: [],
  responsibleUnits: [],
  deadlineText: null,
  dueOn: null,
  lights: { ...noLights(), done },
});

describe('sectionsOf', () => {
  const sections = sectionsOf([
    point(1, 'section', null, 5),
    point(2, 'item', 1, 2),
    point(3, 'subItem', 2, 1),
    point(4, 'item', 1, 1),
    point(5, 'section', null),
    point(6, 'item', 5),
  ]);

  it('gives the tree in reading order', () => {
    expect(sections.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      [1, [2, 4]],
      [5, [6]],
    ]);
    expect(sections[0]?.items[0]?.subItems.map(({ id }) => id)).toEqual([3]);
  });
  it('finds a point and the item to open for it', () => {
    expect(findPoint(sections, 3)).toMatchObject({ section: { id: 1 }, item: { id: 2 } });
    expect(findPoint(sections, 5)).toMatchObject({ section: { id: 5 }, item: null });
    expect(findPoint(sections, 99)).toBeNull();
  });
  it('knows the tasks of an item, and those that belong to the section alone', () => {
    const [first] = sections;
    const item = first?.items[0];
    const tasks = [{ pointId: 3 }, { pointId: 2 }, { pointId: 4 }, { pointId: null }];
    expect(item && tasksOfItem(item, tasks)).toEqual([{ pointId: 3 }, { pointId: 2 }]);
    expect(first && ownLights(first).done).toBe(2);
  });
  it('drops nothing of a paper without sections or with a lost parent', () => {
    const loose = sectionsOf([point(1, 'item', null, 1), point(2, 'subItem', 77, 2)]);
    expect(loose).toHaveLength(1);
    expect(loose[0]).toMatchObject({ id: 0, items: [{ id: 1 }, { id: 2 }], lights: { done: 3 } });
  });
});

describe('words of a plan', () => {
  it.each([
    [{ number: '一', title: '把重大事项讲明白' }, '一 把重大事项讲明白'],
    [{ number: '二', title: '围绕中心工作，深化主动公开' }, '二 深化主动公开'],
    [{ number: '三', title: '着力夯实全县各级各类政务公开工作基础' }, '三'],
    [{ number: null, title: null }, '正文'],
  ])('%j is the segment %s', (section, label) => expect(sectionLabel(section)).toBe(label));

  it.each([
    [{ number: '一', level: 'section' }, '一、'],
    [{ number: '（三）', level: 'item' }, '（三）'],
    [{ number: '三', level: 'item' }, '（三）'],
    [{ number: '12', level: 'item' }, '12.'],
    [{ number: '①', level: 'subItem' }, '①'],
    [{ number: null, level: 'item' }, ''],
  ])('%j is written %s', (numbered, written) => expect(pointNumber(numbered)).toBe(written));

  it('dates and units', () => {
    expect(paperDate('2026-05-12')).toBe('2026年5月12日');
    expect(paperDate(null)).toBeNull();
    expect(unitsLabel('牵头', [{ id: 1, name: '县教育局' }])).toBe('牵头 县教育局');
    expect(
      unitsLabel('责任', [
        { id: 1, name: '县教育局' },
        { id: null, name: '各乡镇' },
      ]),
    ).toBe('责任 县教育局等 2 家');
    expect(unitsLabel('责任', [])).toBeNull();
  });
});
