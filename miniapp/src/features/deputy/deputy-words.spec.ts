import { datesFit, deputyDays, latestUntil } from './deputy-words';

describe('the dates of a deputy', () => {
  it('are told as people say them', () => {
    expect(deputyDays({ from: '2026-03-03', until: '2026-03-06' })).toBe('3月3日（周二）至3月6日（周五）');
    expect(deputyDays({ from: '2026-03-03', until: '2026-03-03' })).toBe('3月3日（周二）');
  });

  it('begin today at the earliest and are sixty days at most', () => {
    expect(latestUntil('2026-03-03')).toBe('2026-05-01');
    expect(latestUntil('')).toBeUndefined();
    expect(datesFit('2026-03-03', '2026-05-01', '2026-03-03')).toBe(true);
    expect(datesFit('2026-03-03', '2026-05-02', '2026-03-03')).toBe(false);
    expect(datesFit('2026-03-02', '2026-03-03', '2026-03-03')).toBe(false);
    expect(datesFit('2026-03-05', '2026-03-04', '2026-03-03')).toBe(false);
  });
});
