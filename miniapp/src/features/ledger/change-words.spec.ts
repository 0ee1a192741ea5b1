import type { TaskChange } from '@sunledger/shared-types';
import { differencesOf, linesOf, planName } from './change-words';

const change = (more: Partial<TaskChange>): TaskChange => ({
  id: 1,
  kind: 'amend',
  state: 'pending',
  reason: '印发稿有误',
  payload: {},
  tasks: [{ id: 2, no: '2', text: '公开招生政策', deadlineText: '6月底前', dueOn: '2026-06-30' }],
  proposedBy: '李公开',
  proposedAt: '2026-03-02T10:00:00+08:00',
  decidedBy: null,
  decidedAt: null,
  note: null,
  mayDecide: true,
  ...more,
});

describe('what a change does, in words', () => {
  it('names only the fields that an amendment touches', () => {
    const found = differencesOf(change({ payload: { dueOn: null, continuous: true } }));
    expect(found.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['完成时限', '2026年6月30日（周二）', '没有时限'],
      ['全年任务', '否', '是'],
    ]);
  });

  it('lists the parts of a split in their order', () => {
    const parts = [{ text: '公开政策' }, { text: '公开学区' }];
    expect(differencesOf(change({ kind: 'split', payload: { parts } }))[0]?.after).toBe(
      '1．公开政策\n2．公开学区',
    );
  });

  it('reads one part from each line that says something', () => {
    expect(linesOf('公开政策\n\n  公开学区 \n')).toEqual(['公开政策', '公开学区']);
  });
});

it('a plan is named by its title, with the year where the title has none', () => {
  expect(planName({ year: 2026, title: '2026年云溪县政务公开工作要点' })).toBe(
    '2026年云溪县政务公开工作要点',
  );
  expect(planName({ year: 2026, title: '政务公开工作要点' })).toBe('2026年 政务公开工作要点');
});
