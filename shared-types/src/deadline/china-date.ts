/**
 * Calendar dates and times of Asia/Shanghai, as plain arithmetic.
 *
 * China has kept one zone, +08:00 without summer time, for every date this product touches, so the
 * zone is an offset and no time-zone data is needed. Nothing here reads the zone of the process, uses
 * `Intl`, or lets `Date` parse a text: WeChat on iOS refuses `new Date('2026-11-23 09:00')` and has no
 * `Intl`, and a server in UTC would put 00:30 of a Shanghai morning on the day before.
 *
 * A "date" is a text `YYYY-MM-DD`; dates compare correctly with `<` and `>`. An "instant" is a `Date`.
 */

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;
const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The three numbers of a date; null when the text is no date of the calendar (`2026-02-30`). */
export function partsOfDate(date: string): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** True when the text is a real date written `YYYY-MM-DD`. */
export const isChinaDate = (text: string): boolean => partsOfDate(text) !== null;

/** Days of a month; `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01. Throws a RangeError for a text that is no date. */
export function dayNumberOf(date: string): number {
  const parts = partsOfDate(date);
  if (!parts) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  return Date.UTC(parts.year, parts.month - 1, parts.day) / DAY_MS;
}

/** The date that lies `dayNumber` days after 1970-01-01. */
export function dateOfDayNumber(dayNumber: number): string {
  const utc = new Date(dayNumber * DAY_MS);
  return dateOf(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

/** `YYYY-MM-DD` from three numbers, unchecked. */
export const dateOf = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** The date `days` calendar days later (earlier when negative). */
export const addDays = (date: string, days: number): string => dateOfDayNumber(dayNumberOf(date) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumberOf(to) - dayNumberOf(from);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: string): number => (((dayNumberOf(date) + 4) % 7) + 7) % 7;

/** “周一” … “周日”. */
export const weekdayName = (date: string): string => WEEKDAY_NAMES[weekdayOf(date)] ?? '';

/** The year of a date as a number. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The calendar date in Asia/Shanghai at an instant. */
export const chinaDateOf = (instant: Date): string =>
  dateOfDayNumber(Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS));

/** Milliseconds since 00:00 in Asia/Shanghai. */
export const millisecondOfChinaDay = (instant: Date): number =>
  (((instant.getTime() + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;

/** The clock of Asia/Shanghai at an instant, `HH:mm`. */
export function chinaTimeOf(instant: Date): string {
  const minutes = Math.floor(millisecondOfChinaDay(instant) / 60_000);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Minutes since 00:00 of `HH:mm`; `24:00` is 1440. Throws a RangeError for another text. */
export function minutesOfTime(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 1440)) throw new RangeError(`not a time HH:mm: ${time}`);
  return minutes;
}

/** The instant at which the clock of Asia/Shanghai shows `time` (`HH:mm`, `24:00` allowed) on `date`. */
export const chinaInstant = (date: string, time = '00:00'): Date =>
  new Date(dayNumberOf(date) * DAY_MS - OFFSET_MS + minutesOfTime(time) * 60_000);

/** ISO 8601 with the offset `+08:00`; milliseconds are written only when there are any. */
export function toChinaIso(instant: Date): string {
  const ms = millisecondOfChinaDay(instant);
  const seconds = Math.floor(ms / 1000) % 60;
  const fraction = ms % 1000 === 0 ? '' : `.${pad(ms % 1000, 3)}`;
  return `${chinaDateOf(instant)}T${chinaTimeOf(instant)}:${pad(seconds)}${fraction}+08:00`;
}

/**
 * Reads an instant: `YYYY-MM-DD`, optionally followed by `T` or a space and `HH:mm[:ss[.fff]]`, then
 * optionally `Z` or `±HH:mm`. Without a zone the text is a time of Asia/Shanghai. Null when unreadable.
 */
export function parseChinaInstant(text: string): Date | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?)?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [
    ,
    date = '',
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    utc,
    sign,
    zoneHour,
    zoneMinute,
  ] = match;
  if (!isChinaDate(date) || +hour > 23 || +minute > 59 || +second > 59) return null;
  if (Number(zoneHour ?? 0) > 14 || Number(zoneMinute ?? 0) > 59) return null;
  const ahead = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  const offset = utc ? 0 : sign ? ahead : OFFSET_MS;
  const clock = ((+hour * 60 + +minute) * 60 + +second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  return new Date(dayNumberOf(date) * DAY_MS + clock - offset);
}

/** “11月23日”. */
export function formatMonthDay(date: string): string {
  const parts = partsOfDate(date);
  return parts ? `${parts.month}月${parts.day}日` : date;
}

/** “11月23日（周一）”. */
export const formatMonthDayWeekday = (date: string): string =>
  isChinaDate(date) ? `${formatMonthDay(date)}（${weekdayName(date)}）` : date;

/** “2026年11月23日（周一）”. */
export const formatFullDate = (date: string): string =>
  isChinaDate(date) ? `${yearOf(date)}年${formatMonthDayWeekday(date)}` : date;

/** “2026年11月20日（周五）17:00”, the clock of Asia/Shanghai. */
export const formatChinaDateTime = (instant: Date): string =>
  `${formatFullDate(chinaDateOf(instant))}${chinaTimeOf(instant)}`;
