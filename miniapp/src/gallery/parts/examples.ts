import type { DueExplanation } from '@sunledger/shared-types';
import type { Part } from '../../ui';

export const exampleParts: Part[] = [
  { tone: 'done', count: 19, word: '已完成' },
  { tone: 'going', count: 20, word: '推进中' },
  { tone: 'soon', count: 4, word: '临期' },
  { tone: 'late', count: 3, word: '逾期' },
];

export const exampleDue: DueExplanation = {
  receivedAt: '2026-11-20T14:06:00+08:00',
  receivedOn: '2026-11-20',
  deemedReceivedOn: '2026-11-20',
  workingDays: 1,
  dueOn: '2026-11-23',
  dueAt: '2026-11-24T00:00:00+08:00',
  provisional: false,
  provisionalNote: null,
  rule: {
    startRule: 'nextDay',
    offHoursReceipt: 'asIs',
    cutOff: null,
    dayEnd: '24:00',
    promisedIn: '2026年云溪县政务公开工作要点第20项',
    text: '收到当日不计入，从次日起数工作日；到期日24:00前答复为按时',
  },
  calendarVersion: '1',
  days: [
    { date: '2026-11-21', counted: 0, reason: '周六休息', basis: 'weekend' },
    { date: '2026-11-22', counted: 0, reason: '周日休息', basis: 'weekend' },
    { date: '2026-11-23', counted: 1, reason: '周一', basis: 'weekday' },
  ],
};
