import * as z from 'zod/mini';
import { CalendarYear, DayBasis, HolidayRange } from '../deadline';
import { DateOnly, Instant } from '../primitives';

/** A date of a calendar page that is not simply a weekday or a weekend. */
export const CalendarMark = z.object({
  date: DateOnly,
  working: z.boolean(),
  basis: DayBasis,
  /** “国庆节放假”, “周六 调休上班”, “周五 本地区休息（文号）”. */
  reason: z.string(),
});
export type CalendarMark = z.infer<typeof CalendarMark>;

/** A region's own day with its decision, and how many due dates it moved. */
export const CalendarOverrideRow = z.object({
  id: z.number(),
  date: DateOnly,
  working: z.boolean(),
  decision: z.string(),
  createdAt: Instant,
  movedLater: z.number(),
  movedEarlier: z.number(),
  /** Taken back before it came, with the reason; it stays to be seen. */
  withdrawn: z.nullable(z.object({ reason: z.string(), at: Instant })),
});
export type CalendarOverrideRow = z.infer<typeof CalendarOverrideRow>;

/** What a change of the calendar does, or would do, to what is open. */
export const DueMoves = z.object({
  /** Applied at once. */
  later: z.number(),
  /** Waits for the office. */
  earlier: z.number(),
  /** The date stays and is no longer provisional. */
  settled: z.number(),
});
export type DueMoves = z.infer<typeof DueMoves>;

export const DueMovesPreview = z.extend(DueMoves, {
  examined: z.number(),
  /** False when there are more open items than a preview looks at. */
  complete: z.boolean(),
});
export type DueMovesPreview = z.infer<typeof DueMovesPreview>;

/** One version of a region's calendar. */
export const CalendarChange = z.object({
  id: z.number(),
  cause: z.enum(['year', 'override']),
  /** The year of an imported notice. */
  year: z.nullable(z.number()),
  /** The date of an override, and whether it was set or taken back. */
  date: z.nullable(DateOnly),
  takenBack: z.boolean(),
  version: z.string(),
  changedAt: Instant,
  moves: DueMoves,
  /** Every open item has been counted again. */
  finished: z.boolean(),
});
export type CalendarChange = z.infer<typeof CalendarChange>;

/** The working-day calendar of a region for one year. */
export const CalendarPage = z.object({
  year: z.number(),
  /** False while the State Council's notice is not there; the dates are then an estimate. */
  published: z.boolean(),
  provisionalNote: z.nullable(z.string()),
  /** The notice by its number; null while there is none. */
  source: z.nullable(z.string()),
  version: z.string(),
  /** Holidays by name; empty while there is no notice. */
  holidays: z.array(HolidayRange),
  makeUpDays: z.array(DateOnly),
  marks: z.array(CalendarMark),
  overrides: z.array(CalendarOverrideRow),
  /** The newest first, at most 20. */
  changes: z.array(CalendarChange),
  /** The first and the last year that can be asked for. */
  firstYear: z.number(),
  lastYear: z.number(),
  /** The year whose notice is missing and due; null when nothing is missing. */
  missingYear: z.nullable(z.number()),
});
export type CalendarPage = z.infer<typeof CalendarPage>;

/** A year as it was read from a notice, to be compared with it before it is imported. */
export const YearReading = z.extend(CalendarYear, {
  /** Sentences on what deserves a second look. */
  warnings: z.array(z.string()),
  /** Against what is in force: a new year, a corrected one, or the very same. */
  state: z.enum(['new', 'corrected', 'same']),
  marks: z.array(CalendarMark),
});
export type YearReading = z.infer<typeof YearReading>;

export const ImportedYear = z.object({
  year: z.number(),
  source: z.string(),
  /** 1, 2, 3 … of this year; shipped years are 0. */
  version: z.number(),
  /** False when the very same year was in force already. */
  changed: z.boolean(),
});
export type ImportedYear = z.infer<typeof ImportedYear>;

/** An open item whose date would be earlier by the new calendar; it waits for the office. */
export const DueProposal = z.object({
  id: z.number(),
  message: z.object({ id: z.number(), number: z.string(), unitName: z.string() }),
  cause: z.enum(['year', 'override']),
  /** The date that was promised. */
  dueOn: DateOnly,
  /** The date by the new calendar. */
  proposedDueOn: DateOnly,
  /** What it would get if confirmed now: not before the next working day. */
  ifConfirmedDueOn: DateOnly,
  createdAt: Instant,
});
export type DueProposal = z.infer<typeof DueProposal>;
