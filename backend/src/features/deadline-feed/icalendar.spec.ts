import fc from 'fast-check';
import { iCalendar } from './icalendar';

const stamp = new Date('2026-03-02T02:00:00.123Z');
const unfolded = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n');

describe('iCalendar', () => {
  it('is one all-day event per deadline, with a stable id', () => {
    const text = iCalendar({
      name: '县教育局 · 任务时限',
      stamp,
      days: [
        { uid: 'task-7@yunxi.sunledger', date: '2026-06-30', title: '公开招生政策', url: 'https://a.cn/7' },
      ],
    });
    expect(unfolded(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sunledger//Deadlines//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:县教育局 · 任务时限',
      'X-WR-CALNAME:县教育局 · 任务时限',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:task-7@yunxi.sunledger',
      'DTSTAMP:20260302T020000Z',
      'DTSTART;VALUE=DATE:20260630',
      'SUMMARY:公开招生政策',
      'URL:https://a.cn/7',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what would end a value and drops what no value may hold', () => {
    const title = 'A,B;C\\D\r\nE\u0007F';
    const lines = unfolded(iCalendar({ name: 'x', stamp, days: [{ uid: 'u', date: '2026-01-01', title }] }));
    expect(lines).toContain('SUMMARY:A\\,B\\;C\\\\D\\nEF');
  });

  it('never has a line of more than 75 octets nor a broken character, and unfolds to what was put in', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, (title) => {
        const calendar = iCalendar({ name: 'x', stamp, days: [{ uid: 'u', date: '2026-01-01', title }] });
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString('utf8')).toBe(line);
        }
        expect(unfolded(calendar).filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
      }),
    );
    const long = '甲乙丙丁'.repeat(40);
    const lines = unfolded(
      iCalendar({ name: 'x', stamp, days: [{ uid: 'u', date: '2026-01-01', title: long }] }),
    );
    expect(lines).toContain(`SUMMARY:${long}`);
  });
});
