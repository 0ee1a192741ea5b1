import { addDays, type TaskEvent } from '@sunledger/shared-types';
import { changeLine, toldEvents } from './event-words';

const event = (part: Partial<TaskEvent>): TaskEvent => ({
  id: 1,
  code: 'created',
  at: '2026-03-02T10:00:00+08:00',
  by: null,
  text: null,
  changes: [],
  finishedOn: null,
  ...part,
});
const dayAfter = (date: string): string => addDays(date, 1);

describe('the steps of a task', () => {
  it('say what was replaced by what, days as days', () => {
    expect(changeLine({ field: 'dueOn', was: '2026-06-30', became: '2026-12-31' })).toBe(
      '完成时限：2026年6月30日 → 2026年12月31日',
    );
    expect(changeLine({ field: 'leadUnits', was: '没有写', became: '县教育局' })).toBe(
      '牵头单位：没有写 → 县教育局',
    );
    expect(changeLine({ field: 'text', was: '甲', became: '乙' })).not.toContain('甲');
  });

  it('have the missed day in its place, the newest first', () => {
    const closed = event({
      id: 9,
      code: 'closedOut',
      at: '2026-07-08T10:00:00+08:00',
      finishedOn: '2026-07-01',
      by: '李公开',
    });
    const told = toldEvents([closed, event({})], '2026-06-30', dayAfter);
    expect(told.map(({ day, title }) => [day, title])).toEqual([
      ['2026-07-08', '核验销号'],
      ['2026-07-01', '过了完成时限，成为“逾期”'],
      ['2026-03-02', '列入台账'],
    ]);
    expect(told[0]).toMatchObject({ lines: ['完成日期记为2026年7月1日'], by: '李公开', tone: 'done' });
    expect(toldEvents([event({})], null, dayAfter)).toHaveLength(1);
  });

  it('give the reason of an amendment', () => {
    const amended = event({
      code: 'amended',
      text: '印发稿有误',
      changes: [{ field: 'dueOn', was: '2026-06-30', became: '2026-09-30' }],
    });
    expect(toldEvents([amended], null, dayAfter)[0]?.lines).toEqual([
      '完成时限：2026年6月30日 → 2026年9月30日',
      '理由：印发稿有误',
    ]);
  });
});
