import { textDifference } from './text-difference';

const marked = (before: string, after: string): string =>
  textDifference(before, after)
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('the difference of two wordings', () => {
  it('shows what was added and taken in place', () => {
    expect(marked('公开招生政策', '公开招生政策和学区划分')).toBe('公开招生政策[+和学区划分]');
    expect(marked('6月底前公布名单', '9月底前公布名单')).toBe('[-6][+9]月底前公布名单');
    expect(marked('按季度更新项目进度', '按月更新项目进度')).toBe('按[-季度][+月]更新项目进度');
  });

  it('numbers stay whole and crumbs join the change around them', () => {
    expect(marked('覆盖 31 个村', '覆盖 312 个村')).toBe('覆盖 [-31][+312] 个村');
    expect(marked('甲的乙公布', '丙的丁公布')).toBe('[-甲的乙][+丙的丁]公布');
  });

  it('gives both wordings back', () => {
    const [before, after] = [
      '公布年度重大建设项目清单，按季更新进度',
      '按月公布重大项目清单和资金安排，更新进度',
    ];
    const parts = textDifference(before, after);
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map((part) => part.text)
        .join('');
    expect([without('added'), without('taken')]).toEqual([before, after]);
    expect(textDifference(before, before)).toEqual([{ text: before, kind: 'same' }]);
  });
});
