import {
  addDays,
  chinaDateOf,
  chinaTimeOf,
  daysBetween,
  formatMonthDay,
  messageKindWords,
  parseChinaInstant,
  yearOf,
  type MessageDetail,
  type MessageKind,
  type MessageRow,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';

/** How a message is called and how it stands, in the words of a clerk. Pure: today comes from the caller. */

/** “简单咨询” for an inquiry promised within one working day, else the word of the kind. */
export const kindWords = (message: { kind: MessageKind; simple: boolean }): string =>
  message.kind === 'inquiry' && message.simple ? '简单咨询' : messageKindWords[message.kind];

export interface Mark {
  tone: Tone;
  shape: string;
  word: string;
}

/** ▶ is an emoji to iOS unless the text form is asked for. */
const going = '▶\uFE0E';

/** Shape, word and colour of a message in a list. A late answer stays late for ever. */
export function markOf(message: Pick<MessageRow, 'status' | 'clock'>): Mark {
  if (message.status === 'withdrawn') return { tone: 'grey', shape: '○', word: '已撤回' };
  if (message.status === 'answered') {
    return message.clock === 'late'
      ? { tone: 'late', shape: '◆', word: '逾期答复' }
      : { tone: 'done', shape: '✓', word: '已答复' };
  }
  if (message.status === 'declined') {
    return { tone: message.clock === 'late' ? 'late' : 'grey', shape: '✕', word: '不予受理' };
  }
  if (message.clock === 'overdue') return { tone: 'late', shape: '▲', word: '已逾期' };
  if (message.status === 'asked') return { tone: 'soon', shape: '◐', word: '待补充' };
  return { tone: 'going', shape: going, word: message.status === 'inReview' ? '答复待审核' : '办理中' };
}

/** The seal of a finished message: 按时答复 or 逾期答复; null while it is open or was withdrawn. */
export function stampOf(message: Pick<MessageRow, 'status' | 'clock'>): { tone: Tone; word: string } | null {
  if (message.status !== 'answered') return null;
  return message.clock === 'late' ? { tone: 'late', word: '逾期答复' } : { tone: 'done', word: '按时答复' };
}

/** 今日到期 / 明天到期 / 剩 N 个工作日 / 已逾期 N 天; null when nothing is counted any more. Never hours. */
export function timeLeftOf(
  message: Pick<MessageRow, 'clock' | 'dueOn' | 'workingDaysLeft'>,
  today: string,
): string | null {
  if (message.clock === 'overdue') return `已逾期 ${Math.max(1, daysBetween(message.dueOn, today))} 天`;
  if (message.clock !== 'running') return null;
  if (message.dueOn <= today) return '今日到期';
  if (message.dueOn === addDays(today, 1)) return '明天到期';
  return message.workingDaysLeft === null ? null : `剩 ${message.workingDaysLeft} 个工作日`;
}

/** Wall time between two instants (ISO 8601): “2小时18分”, “3天4小时”; null when one is unreadable. */
export function durationWords(from: string, to: string): string | null {
  const [start, end] = [parseChinaInstant(from), parseChinaInstant(to)];
  if (!start || !end) return null;
  const minutes = Math.floor((end.getTime() - start.getTime()) / 60_000);
  if (minutes < 1) return '不到1分钟';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return `${rest}分钟`;
}

/** An instant as people say it: “今天 14:06”, “昨天 09:12”, “11月20日 14:06”, with the year when it is another. */
export function momentWords(iso: string, today: string): string {
  const instant = parseChinaInstant(iso);
  if (!instant) return '';
  const date = chinaDateOf(instant);
  const time = chinaTimeOf(instant);
  if (date === today) return `今天 ${time}`;
  if (date === addDays(today, -1)) return `昨天 ${time}`;
  const year = yearOf(date) === yearOf(today) ? '' : `${yearOf(date)}年`;
  return `${year}${formatMonthDay(date)} ${time}`;
}

/** Whether others can read it, in words. */
export function openness(
  message: Pick<MessageRow, 'public'> & { publicWanted: boolean; hidden?: MessageDetail['hidden'] },
): string {
  if (message.hidden) return '已撤下，不公开';
  if (message.public) return '已公开';
  return message.publicWanted ? '愿意公开，审核后显示' : '不公开';
}

/** The name others see: 王* from 王秀兰, 网友 where none was given (compound surnames count as one character). */
export const publicName = (contactName: string): string => {
  const first = Array.from(contactName.trim())[0];
  return first === undefined ? '网友' : `${first}*`;
};
