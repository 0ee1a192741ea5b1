/** One all-day entry of a calendar. */
export interface CalendarDay {
  /** Stable for ever: a changed entry replaces itself in every calendar that holds it. */
  readonly uid: string;
  /** `YYYY-MM-DD` of Asia/Shanghai. */
  readonly date: string;
  readonly title: string;
  readonly text?: string;
  readonly url?: string;
}

export interface CalendarFacts {
  readonly name: string;
  /** When this state of the calendar was made (DTSTAMP). */
  readonly stamp: Date;
  readonly days: readonly CalendarDay[];
}

/**
 * An iCalendar object (RFC 5545) with all-day events, as phones subscribe to it. Pure.
 * Lines end with CRLF and are folded at 75 octets (3.1), texts are escaped (3.3.11).
 */
export function iCalendar({ name, stamp, days }: CalendarFacts): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sunledger//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...days.flatMap((day) => eventOf(day, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(day: CalendarDay, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${day.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.date.replaceAll('-', '')}`,
    `SUMMARY:${escaped(day.title)}`,
    ...(day.text ? [`DESCRIPTION:${escaped(day.text)}`] : []),
    ...(day.url ? [`URL:${day.url}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** TEXT values: backslash, semicolon, comma and line breaks; other control characters are not allowed. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // RFC 5545 (CONTROL) forbids these everywhere.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

const LINE_OCTETS = 75;

/** Splits a content line so that no line has more than 75 octets and no character is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
