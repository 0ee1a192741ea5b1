import { createHash } from 'node:crypto';

import type { CalendarYear, WorkCalendarOverride } from '@sunledger/shared-types';

/** `2020-2026.<digest>`, and `+<count>` when a region has overrides; the digest covers both. */
export function versionOf(
  years: readonly CalendarYear[],
  overrides: readonly WorkCalendarOverride[],
): string {
  const sortedYears = [...years].sort((a, b) => a.year - b.year);
  const content = {
    years: sortedYears.map((each) => [
      each.year,
      each.source,
      each.ranges.map((range) => [range.from, range.to, range.name]),
      [...each.workWeekends].sort(),
    ]),
    overrides: overrides.map((each) => [each.date, each.working, each.decision]).sort(),
  };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const span = `${sortedYears[0]?.year ?? 0}-${sortedYears.at(-1)?.year ?? 0}`;
  return `${span}.${digest}${overrides.length > 0 ? `+${overrides.length}` : ''}`;
}
