import { isUnitNote, readNote, startsWithLabel } from './unit-note';

describe('readNote', () => {
  it.each([
    ['牵头单位：县府办；责任单位：县财政局、各乡镇', ['县府办'], ['县财政局', '各乡镇']],
    ['牵头单位:市政府办 配合单位:各部门', ['市政府办'], ['各部门']],
    ['责任单位：区府办，区考评办', [], ['区府办', '区考评办']],
    ['牵头（责任）单位：县府办', ['县府办'], []],
    ['主办单位：县司法局；协办单位：县府办', [], ['县司法局', '县府办']],
    ['县府办牵头，县财政局、县税务局配合', ['县府办'], ['县财政局', '县税务局']],
    ['县府办牵头负责，各乡镇按职责分工落实', ['县府办'], ['各乡镇']],
    ['县教育局、县卫健局按职责分工负责', [], ['县教育局', '县卫健局']],
    ['由县信访局负责', [], ['县信访局']],
    ['各牵头单位、各责任单位', [], ['各牵头单位', '各责任单位']],
    ['责任单位：县医保局（牵头）、县卫健委', ['县医保局'], ['县卫健委']],
    ['责任单位（列首位的为牵头单位）：县工信局、县税务局', ['县工信局'], ['县税务局']],
    ['责任单位：县府办；责任人：张三', [], ['县府办']],
    ['责任单位 区府办、各街道', [], ['区府办', '各街道']],
  ])('%s', (text, lead, responsible) => {
    expect(readNote(text)).toMatchObject({ lead, responsible });
  });

  it('keeps the time, the guidance and a rule for the whole paper apart', () => {
    expect(readNote('县府办牵头，9月底前完成').deadlines).toEqual(['9月底前完成']);
    expect(readNote('责任单位：县府办；完成时限：2026年6月底前')).toMatchObject({
      responsible: ['县府办'],
      deadlines: ['2026年6月底前'],
    });
    expect(readNote('责任单位：旗信访局；指导单位：盟信访局')).toMatchObject({
      responsible: ['旗信访局'],
      guiding: ['盟信访局'],
    });
    expect(readNote('牵头单位：区财政局，高新区，以下责任单位均包含高新区、各乡镇街道')).toMatchObject({
      lead: ['区财政局', '高新区'],
      responsible: [],
      rules: ['以下责任单位均包含高新区、各乡镇街道'],
    });
  });

  it('lets a column say who leads', () => {
    expect(readNote('县府办、县财政局', 'lead', true).lead).toEqual(['县府办', '县财政局']);
    expect(readNote('市发展改革委牵头，市住建局等部门配合', 'responsible', true)).toMatchObject({
      lead: ['市发展改革委'],
      responsible: ['市住建局等部门'],
    });
  });
});

describe('isUnitNote', () => {
  it.each([
    ['责任单位：县府办', false],
    ['县府办牵头，各乡镇配合', false],
    ['国务院审改办、人力资源社会保障部', true],
    ['县府办、县财政局', false],
    ['持续推进', true],
    ['责任单位 县府办', true],
  ])('%s', (inner, apart) => {
    expect(isUnitNote(inner, apart)).toBe(true);
  });
  it.each([
    ['居委会', false],
    ['街道', false],
    ['城市社区、工业园区', false],
    ['国办发〔2022〕8号', true],
    ['以下简称《条例》', true],
    ['2020年版', false],
    ['窗', false],
  ])('not %s', (inner, apart) => {
    expect(isUnitNote(inner, apart)).toBe(false);
  });
});

it('startsWithLabel', () => {
  for (const line of [
    '牵头单位：县府办',
    '责任科室: 办公室',
    '完成时限：全年',
    '【责任单位】：各乡镇',
    '责任单位及分工：县府办',
    '时限要求：年底',
  ])
    expect(startsWithLabel(line)).toBe(true);
  for (const line of ['责任单位要认真落实', '落实主体责任', '各责任单位：', '时间紧迫，任务艰巨'])
    expect(startsWithLabel(line)).toBe(false);
});
