import { digestText, reminderDue, type ReminderStage } from './reminder-stage';

const today = '2026-06-15';
const due = (dueOn: string | null, workingDaysLeft: number | null, stale = false) => ({
  dueOn,
  workingDaysLeft,
  stale,
});
const told = (...entries: [ReminderStage, string][]) => new Map(entries);

describe('reminders about a task', () => {
  it.each([
    ['eleven working days before', due('2026-07-01', 11), null],
    ['ten before', due('2026-06-30', 10), 'in10'],
    ['four before', due('2026-06-22', 4), 'in10'],
    ['three before', due('2026-06-18', 3), 'in3'],
    ['on the day', due('2026-06-15', 0), 'today'],
    ['past the day', due('2026-06-14', null), 'overdue'],
    ['quiet and far away', due('2026-12-31', 140, true), 'stale'],
    ['quiet and without a date', due(null, null, true), 'stale'],
    ['reported lately, without a date', due(null, null), null],
  ] as const)('%s', (_, task, stage) => {
    expect(reminderDue(task, told(), today)?.stage ?? null).toBe(stage);
  });

  it('each stage of a due date once, and again when the date was moved', () => {
    const task = due('2026-06-30', 10);
    expect(reminderDue(task, told(['in10', '2026-06-30']), today)).toBeNull();
    expect(reminderDue(task, told(['in10', '2026-06-20']), today)).toEqual({
      stage: 'in10',
      about: '2026-06-30',
    });
  });

  it('what is late or quiet again after thirty days, not before', () => {
    for (const stage of ['overdue', 'stale'] as const) {
      const task = stage === 'stale' ? due(null, null, true) : due('2026-01-31', null);
      expect(reminderDue(task, told([stage, '2026-05-17']), today)).toBeNull();
      expect(reminderDue(task, told([stage, '2026-05-16']), today)).toEqual({ stage, about: today });
    }
  });

  it('a unit gets one sentence for all its tasks, the most pressing first', () => {
    expect(digestText(['stale', 'in3', 'overdue', 'stale'])).toBe(
      '本单位的任务：1 项已逾期，1 项3个工作日内到期，2 项久未更新，请报送进展',
    );
  });
});
