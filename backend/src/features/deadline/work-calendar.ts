import {
  type CalendarYear,
  type DayBasis,
  type WorkCalendarOverride,
  addDays,
  dateOf,
  daysBetween,
  weekdayName,
  weekdayOf,
  yearOf,
} from '@sunledger/shared-types';

import { versionOf } from './calendar-version';
import { checkDate, invalidDate } from './check-date';
import { DeadlineError } from './deadline.error';
import { nationalYears } from './national-years.data';
import { hasStatutoryDays, statutoryDaysOf } from './statutory-days';

/** One date of a calendar and why it works or not. */
export interface CalendarDay {
  readonly date: string;
  readonly working: boolean;
  readonly basis: DayBasis;
  /** Chinese, for people: “国庆节放假”, “周六 调休上班”, “周六 休息”, “周一”. */
  readonly reason: string;
  /** True when the year has no notice yet and the day is an estimate. */
  readonly provisional: boolean;
}

export interface WorkCalendarParts {
  /** The shipped years; the default is 2020–2026. */
  readonly baseYears?: readonly CalendarYear[];
  /** Years imported by an administrator. A year given here replaces the shipped one. */
  readonly importedYears?: readonly CalendarYear[];
  /** The region's own days. */
  readonly overrides?: readonly WorkCalendarOverride[];
}

/**
 * The working-day calendar of a region: national notices, imported years, the region's overrides.
 *
 * Immutable and cheap: a year is laid out once on first use (365 small objects, shared strings) and a
 * look-up after that is one map and one array access. Keep one object per region and version.
 *
 * Order of authority (reply-rule, Counting 2): the region's override, else 调休上班 of a notice, else
 * Monday to Friday unless a notice names the day off. In a year without a notice the 13 statutory days
 * stand in for it and every day is provisional (Counting 4).
 */
export class WorkCalendar {
  /** Names the content: the same parts give the same text, any change another (Counting 5). */
  readonly version: string;
  private readonly years: ReadonlyMap<number, CalendarYear>;
  private readonly overrides: ReadonlyMap<string, WorkCalendarOverride>;
  private readonly holidays = new Map<string, string>();
  private readonly makeUpDays = new Set<string>();
  private readonly laidOut = new Map<number, readonly CalendarDay[]>();

  /** @throws DeadlineError OVERRIDE_DUPLICATE, DATE_INVALID */
  constructor(private readonly parts: WorkCalendarParts = {}) {
    const listed = [...(parts.baseYears ?? nationalYears), ...(parts.importedYears ?? [])];
    this.years = new Map(listed.map((each) => [each.year, each]));
    this.overrides = overridesByDate(parts.overrides ?? []);
    for (const each of this.years.values()) this.learn(each);
    this.version = versionOf([...this.years.values()], [...this.overrides.values()]);
  }

  /** The same calendar with further or replaced years. */
  withYears(years: readonly CalendarYear[]): WorkCalendar {
    return new WorkCalendar({
      ...this.parts,
      importedYears: [...(this.parts.importedYears ?? []), ...years],
    });
  }

  /** The same national calendar with the overrides of a region in place of the present ones. */
  withOverrides(overrides: readonly WorkCalendarOverride[]): WorkCalendar {
    return new WorkCalendar({ ...this.parts, overrides });
  }

  /**
   * The same calendar with one more day of the region.
   * @throws DeadlineError OVERRIDE_DUPLICATE, DATE_INVALID
   */
  withOverride(override: WorkCalendarOverride): WorkCalendar {
    return this.withOverrides([...this.overrides.values(), override]);
  }

  /** The same calendar without one of the region's days. */
  withoutOverride(date: string): WorkCalendar {
    return this.withOverrides([...this.overrides.values()].filter((each) => each.date !== date));
  }

  /** True when the year's notice is in the calendar. */
  isPublished(year: number): boolean {
    return this.years.has(year);
  }

  /** The years whose notice is in the calendar, ascending, each with its source. */
  publishedYears(): CalendarYear[] {
    return [...this.years.values()].sort((a, b) => a.year - b.year);
  }

  /**
   * One day.
   * @param date `YYYY-MM-DD`
   * @throws DeadlineError DATE_INVALID; CALENDAR_YEAR_UNKNOWN before 2020 and beyond 2030 unless imported
   */
  dayOf(date: string): CalendarDay {
    const year = yearOf(checkDate(date));
    const day = this.daysOf(year)[daysBetween(dateOf(year, 1, 1), date)];
    if (!day) throw invalidDate(date);
    return day;
  }

  /** The day of a date and every day after it, without end. Errors as {@link dayOf}, when a year is reached. */
  *daysFrom(date: string): Generator<CalendarDay, never> {
    const first = yearOf(checkDate(date));
    let skipped = daysBetween(dateOf(first, 1, 1), date);
    for (let year = first; ; year += 1, skipped = 0) {
      const days = this.daysOf(year);
      yield* skipped === 0 ? days : days.slice(skipped);
    }
  }

  /** Every day of a year in order, for a calendar page. Errors as {@link dayOf}. */
  daysOf(year: number): readonly CalendarDay[] {
    const known = this.laidOut.get(year);
    if (known) return known;
    if (!this.years.has(year) && !hasStatutoryDays(year)) throw yearUnknown(year);
    const days = this.layOut(year);
    this.laidOut.set(year, days);
    return days;
  }

  isWorkingDay(date: string): boolean {
    return this.dayOf(date).working;
  }

  private learn(year: CalendarYear): void {
    for (const range of year.ranges) {
      const length = daysBetween(checkDate(range.from), checkDate(range.to));
      for (let i = 0; i <= length; i++) this.holidays.set(addDays(range.from, i), range.name);
    }
    for (const date of year.workWeekends) this.makeUpDays.add(checkDate(date));
  }

  private layOut(year: number): CalendarDay[] {
    const first = dateOf(year, 1, 1);
    const length = daysBetween(first, dateOf(year + 1, 1, 1));
    const provisional = !this.years.has(year);
    const statutory = new Map(provisional ? statutoryDaysOf(year).map((day) => [day.date, day.name]) : []);
    return Array.from({ length }, (_, i) => {
      const date = addDays(first, i);
      return { date, provisional, ...this.judge(date, statutory) };
    });
  }

  private judge(
    date: string,
    statutory: ReadonlyMap<string, string>,
  ): Pick<CalendarDay, 'working' | 'basis' | 'reason'> {
    const weekday = weekdayName(date);
    const isWeekend = weekdayOf(date) % 6 === 0;
    const override = this.overrides.get(date);
    if (override) {
      const what = override.working ? '本地区上班' : '本地区休息';
      return {
        working: override.working,
        basis: 'override',
        reason: `${weekday} ${what}（${override.decision}）`,
      };
    }
    if (this.makeUpDays.has(date)) return { working: true, basis: 'makeUp', reason: `${weekday} 调休上班` };
    const holiday = this.holidays.get(date);
    if (holiday) return { working: false, basis: 'holiday', reason: `${holiday}放假` };
    const law = statutory.get(date);
    if (law) return { working: false, basis: 'statutory', reason: `${law}放假（暂定）` };
    if (isWeekend) return { working: false, basis: 'weekend', reason: `${weekday} 休息` };
    return { working: true, basis: 'weekday', reason: weekday };
  }
}

/** The shipped national calendar without imported years and without a region's overrides. */
export const nationalCalendar = new WorkCalendar();

function overridesByDate(overrides: readonly WorkCalendarOverride[]): Map<string, WorkCalendarOverride> {
  const byDate = new Map<string, WorkCalendarOverride>();
  for (const override of overrides) {
    const { date } = override;
    if (byDate.has(checkDate(date))) {
      throw new DeadlineError('OVERRIDE_DUPLICATE', `${date} 有两条本地区安排，请保留一条。`, { date });
    }
    byDate.set(date, override);
  }
  return byDate;
}

function yearUnknown(year: number): DeadlineError {
  return new DeadlineError(
    'CALENDAR_YEAR_UNKNOWN',
    `${year}年的放假安排未知，无法推算期限；请先导入该年国务院办公厅的放假通知。`,
    { year },
  );
}
