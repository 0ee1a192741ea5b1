/** Every refusal of the deadline library. */
export type DeadlineErrorCode =
  /** The count needs a year that has neither a notice nor shipped lunar dates. Params: `year`. */
  | 'CALENDAR_YEAR_UNKNOWN'
  /** The receipt is no instant. */
  | 'RECEIVED_AT_INVALID'
  /** The number of working days is no integer from 1 to 250. */
  | 'WORKING_DAYS_INVALID'
  /** A date is not written `YYYY-MM-DD` or does not exist. Params: `date`. */
  | 'DATE_INVALID'
  /** Two overrides of a region name the same date. Params: `date`. */
  | 'OVERRIDE_DUPLICATE'
  /** An override would take effect today or earlier. Params: `date`. */
  | 'OVERRIDE_TOO_LATE'
  /** A pasted notice or a calendar file cannot be read. Params: `problems`. */
  | 'NOTICE_UNREADABLE'
  /** A notice was read but contradicts itself, the calendar or the law. Params: `problems`. */
  | 'NOTICE_CONTRADICTORY';

export type DeadlineErrorParams = Readonly<Record<string, string | number | readonly string[]>>;

/** An error of the deadline library: `code` for programs, `message` in Chinese for people. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(
    readonly code: DeadlineErrorCode,
    message: string,
    readonly params: DeadlineErrorParams = {},
  ) {
    super(message);
  }
}
