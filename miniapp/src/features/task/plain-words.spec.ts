import type { ProgressEntry } from '@sunledger/shared-types';
import { plainWords } from './plain-words';

const entry: ProgressEntry = {
  id: 1,
  taskId: 3,
  unitName: '县教育局',
  text: '学区地图已经公布。',
  percent: 60,
  links: [{ title: '地图', url: 'https://example.gov.cn/a' }],
  attachments: [],
  status: 'approved',
  asksClose: false,
  submittedAt: '2026-05-20T10:00:00+08:00',
  decidedAt: null,
  note: null,
};
const task = {
  light: 'onTrack' as const,
  dueOn: '2026-06-30',
  finishedOn: null,
  continuous: false,
  workingDaysLeft: 20,
  leadUnits: [{ id: 1, name: '县教育局' }],
  responsibleUnits: [],
  progress: [entry],
  lastProgressOn: '2026-05-20',
  parts: null,
};
const textOf = (part: object, label: string) =>
  plainWords({ ...task, ...part }, '2026-06-01').find((line) => line.label === label)?.text;

describe('a task in plain words', () => {
  it('tells who, the last step, the next day and the evidence', () => {
    expect(plainWords(task, '2026-06-01').map((line) => line.text)).toEqual([
      '县教育局牵头',
      '5月20日，县教育局报告了进展',
      '6月30日前办完，还有 20 个工作日',
      '1 个链接',
    ]);
  });

  it('does not make late sound better than it is', () => {
    expect(textOf({ light: 'overdue', dueOn: '2026-05-30' }, '何时办完')).toBe(
      '5月30日该办完，已经过了 2 天',
    );
    const late = { light: 'doneLate', finishedOn: '2026-07-02' };
    expect(textOf(late, '何时办完')).toContain('比时限晚 2 天');
  });

  it('leaves reports out that are not public', () => {
    const waiting = { ...entry, status: 'submitted' as const };
    expect(textOf({ progress: [waiting], lastProgressOn: null }, '最近一步')).toBe('还没有报告进展');
    expect(textOf({ progress: [waiting] }, '可以看到')).toBeUndefined();
  });

  it('a task of villages, or one that came of another, is as far as they are', () => {
    const villages = { progress: [], parts: { total: 8, closed: 1, started: 4 } };
    expect(textOf(villages, '最近一步')).toBe('5月20日，已有 4 个分项报告了进展');
    expect(textOf({ progress: [] }, '最近一步')).toBe('5月20日，原任务报告了进展');
  });

  it('continuous and undated tasks have no last day', () => {
    expect(textOf({ dueOn: null, continuous: true }, '何时办完')).toContain('全年');
    expect(textOf({ dueOn: null }, '何时办完')).toContain('没有写明');
  });
});
