import { lastPeriod } from './bulletin-words';

test.each([
  ['month', '2026-03-10', 2026, 2],
  ['month', '2026-03-31', 2026, 3],
  ['month', '2026-01-05', 2025, 12],
  ['quarter', '2026-05-06', 2026, 1],
  ['quarter', '2026-06-28', 2026, 2],
  ['quarter', '2026-02-01', 2025, 4],
  ['year', '2026-12-20', 2026, 1],
  ['year', '2027-01-10', 2026, 1],
] as const)('the %s to report on at %s', (kind, today, year, part) => {
  expect(lastPeriod(kind, today)).toEqual({ year, part });
});
