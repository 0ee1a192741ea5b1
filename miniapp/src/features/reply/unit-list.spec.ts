import { unitChoices } from './unit-list';

const units = [
  { id: 1, name: '县教育局', kind: 'department' as const, aliases: [] },
  { id: 2, name: '县人力资源和社会保障局', kind: 'department' as const, aliases: ['县人社局'] },
  { id: 3, name: '各乡镇人民政府', kind: 'collective' as const, aliases: ['各乡镇'] },
  { id: 4, name: '县医疗保障局', kind: 'department' as const, aliases: ['县医保局'] },
];

describe('units to hand a message to', () => {
  it('leaves out the present unit and the collective ones', () => {
    expect(unitChoices({ units, current: 1, leads: [], word: '' }).map((unit) => unit.id)).toEqual([2, 4]);
  });

  it('has the lead unit of the task first', () => {
    const [first] = unitChoices({ units, current: 1, leads: [4], word: '' });
    expect(first).toEqual({ id: 4, name: '县医疗保障局', note: '这项任务的牵头单位' });
  });

  it('finds a unit by what people call it', () => {
    expect(unitChoices({ units, current: 1, leads: [], word: ' 人社 ' }).map((unit) => unit.id)).toEqual([2]);
    expect(unitChoices({ units, current: 1, leads: [], word: '公安' })).toEqual([]);
  });
});
