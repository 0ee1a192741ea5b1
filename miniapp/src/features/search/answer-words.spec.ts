import { answerNote, isLate, tookWords } from './answer-words';

const asked = (receivedAt: string, answeredAt: string | null) => ({
  receivedAt,
  answeredAt,
  authorName: '王*',
  unit: { id: 1, name: '县教育局' },
});

it('says how long an answer took in days of the calendar in Shanghai', () => {
  expect(tookWords(asked('2026-11-18T08:00:00+08:00', '2026-11-18T23:59:00+08:00'))).toBe('当天答复');
  expect(tookWords(asked('2026-11-18T23:30:00+08:00', '2026-11-19T00:30:00+08:00'))).toBe('次日答复');
  expect(tookWords(asked('2026-11-18T16:30:00Z', '2026-11-23T09:00:00+08:00'))).toBe('4 天后答复');
  expect(tookWords(asked('2026-11-18T08:00:00+08:00', null))).toBeNull();
});

it('names the unit, the author and the day', () => {
  expect(answerNote(asked('2026-11-18T08:00:00+08:00', '2026-11-19T08:00:00+08:00'))).toBe(
    '县教育局 · 王* 11月18日提问 · 次日答复',
  );
});

it('keeps a late answer late', () => {
  expect(isLate({ clock: 'late' })).toBe(true);
  expect(isLate({ clock: 'onTime' })).toBe(false);
});
