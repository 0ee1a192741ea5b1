import {
  chinaDateOf,
  paperDate,
  isChinaDate,
  lightWords,
  parseChinaInstant,
  taskEventFieldWords,
  taskEventWords,
  type TaskEvent,
  type TaskEventChange,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';

/** One step of a task as it is told: on which day, what, why. Pure. */
export interface ToldEvent {
  key: string;
  /** `YYYY-MM-DD`. */
  day: string;
  tone: Tone;
  title: string;
  lines: string[];
  by: string | null;
}

const tones: Partial<Record<TaskEvent['code'], Tone>> = {
  closedOut: 'done',
  progressApproved: 'going',
  progressSentBack: 'late',
  closeReturned: 'late',
  reopened: 'late',
  amended: 'soon',
  required: 'soon',
  replaced: 'soon',
};

const shown = (value: string): string => (isChinaDate(value) ? paperDate(value) : value);

/** “完成时限：2026年6月30日 → 2026年12月31日”; of a text only that it was changed, its page shows how. */
export const changeLine = ({ field, was, became }: TaskEventChange): string =>
  field === 'text'
    ? '任务内容改过，可看文字版本'
    : `${taskEventFieldWords[field]}：${shown(was)} → ${shown(became)}`;

const dayOf = (iso: string): string => {
  const instant = parseChinaInstant(iso);
  return instant ? chinaDateOf(instant) : iso.slice(0, 10);
};

/** The steps, the newest first; the day that was missed stands among them. */
export function toldEvents(
  events: readonly TaskEvent[],
  missedOn: string | null,
  dayAfter: (date: string) => string,
): ToldEvent[] {
  const told = events.map((event): ToldEvent => ({
    key: String(event.id),
    day: dayOf(event.at),
    tone: tones[event.code] ?? 'grey',
    title: taskEventWords[event.code],
    lines: [
      ...event.changes.map(changeLine),
      event.finishedOn ? `完成日期记为${paperDate(event.finishedOn)}` : '',
      event.text ? `${event.code === 'amended' ? '理由：' : ''}${event.text}` : '',
    ].filter(Boolean),
    by: event.by,
  }));
  const missed: ToldEvent[] =
    missedOn === null
      ? []
      : [
          {
            key: 'missed',
            day: dayAfter(missedOn),
            tone: 'late',
            title: `过了完成时限，成为“${lightWords.overdue.word}”`,
            lines: [`完成时限是${paperDate(missedOn)}`],
            by: null,
          },
        ];
  // stable: what happened on one day stays in its order
  return [...told, ...missed].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
