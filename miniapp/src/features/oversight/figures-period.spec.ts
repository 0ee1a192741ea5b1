import { periodDates } from './figures-period';

test.each([
  ['month', '2026-02-10', '2026-02-01', '2026-02-28'],
  ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['quarter', '2026-11-20', '2026-10-01', '2026-12-31'],
  ['year', '2026-05-05', '2026-01-01', '2026-12-31'],
] as const)('%s of %s', (period, today, from, to) => {
  expect(periodDates(period, today)).toEqual({ from, to });
});
