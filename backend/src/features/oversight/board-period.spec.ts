import { boardPeriod } from './board-period';

test.each([
  ['week', '2026-02-15', '2026-02-09', '2026-02-15'],
  ['week', '2026-02-16', '2026-02-16', '2026-02-22'],
  ['month', '2028-02-13', '2028-02-01', '2028-02-29'],
  ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-05-01', '2026-04-01', '2026-06-30'],
  ['year', '2026-07-01', '2026-01-01', '2026-12-31'],
] as const)('the %s of %s', (period, today, from, to) => {
  expect(boardPeriod(period, today)).toEqual({ from, to });
});
