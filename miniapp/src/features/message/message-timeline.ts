import {
  formatMonthDayWeekday,
  messageEventWords,
  ratingWords,
  type MessageDetail,
  type MessageEvent,
  type RatingLevel,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';
import { kindWords, momentWords } from './message-words';

/** One step of the way of a message, ready to be drawn. */
export interface Step {
  key: string;
  title: string;
  notes: string[];
  tone: Tone;
  open: boolean;
}

type Facts = Pick<
  MessageDetail,
  'kind' | 'simple' | 'status' | 'clock' | 'dueOn' | 'unit' | 'events' | 'rating' | 'mine'
>;

const isLevel = (level: number | undefined): level is RatingLevel =>
  level !== undefined && level in ratingWords;

/** The steps of a message in plain words, the newest first, with what is being waited for on top. */
export function stepsOf(message: Facts, today: string): Step[] {
  const past = message.events.map((event, index): Step => ({
    key: `${index}-${event.code}`,
    title: titleOf(event, message),
    notes: [momentWords(event.at, today), ...detailsOf(event, message)].filter((note) => note !== ''),
    tone: toneOf(event, message),
    open: false,
  }));
  const waiting = waitingFor(message);
  return [...(waiting ? [waiting] : []), ...past.reverse()];
}

function waitingFor(message: Facts): Step | null {
  if (message.status === 'asked') {
    return { key: 'waiting', title: '等您补充', notes: ['等待期间不计入期限'], tone: 'soon', open: true };
  }
  if (message.status !== 'open' && message.status !== 'inReview') return null;
  const unit = message.unit.name;
  return {
    key: 'waiting',
    title: message.status === 'inReview' ? `${unit}的答复正在审核` : `${unit}正在办理`,
    notes: message.clock === 'overdue' ? ['已超过应答复的日子，仍须尽快答复'] : [],
    tone: message.clock === 'overdue' ? 'late' : 'going',
    open: true,
  };
}

function titleOf(event: MessageEvent, message: Facts): string {
  const unit = event.unitName;
  switch (event.code) {
    case 'received':
      return `已收到，登记为${kindWords(message)}`;
    case 'assigned':
      return unit ? `交${unit}办理` : messageEventWords.assigned;
    case 'transferred':
      return unit ? `转${unit}办理` : '转其他单位办理';
    case 'returned':
      return unit ? `${unit}退回，由政务公开办重新交办` : messageEventWords.returned;
    case 'drafted':
      return unit ? `${unit}已写好答复，等另一位同事审核` : messageEventWords.drafted;
    case 'sentBack':
      return '审核人请承办人修改答复';
    case 'replyPublished':
      return unit ? `${unit}答复，审核通过` : messageEventWords.replyPublished;
    case 'overdue':
      return `${formatMonthDayWeekday(event.dueOn ?? message.dueOn)}没有答复，已逾期`;
    case 'dueMoved':
    case 'dueSettled':
    case 'overdueJudged':
    case 'reclassifyUndone':
    case 'declineDrafted':
    case 'declined':
    case 'objected':
    case 'objectionUpheld':
    case 'objectionRejected':
    case 'followedUp':
    case 'supplemented':
    case 'resumed':
    case 'extensionAsked':
    case 'extended':
    case 'extensionRefused':
      return messageEventWords[event.code];
    case 'reclassified':
      return `留言改按${kindWords(message)}办理`;
    case 'askedMore':
      return unit ? `${unit}请您补充，等待期间不计入期限` : messageEventWords.askedMore;
    case 'withdrawn':
      return message.mine ? '您撤回了留言' : messageEventWords.withdrawn;
    case 'rated':
      return isLevel(message.rating?.level)
        ? `评价：${ratingWords[message.rating.level]}`
        : messageEventWords.rated;
  }
}

function detailsOf(event: MessageEvent, message: Facts): string[] {
  const reason = event.note ? [`说明：${event.note}`] : [];
  switch (event.code) {
    case 'received':
    case 'dueMoved':
    case 'dueSettled':
    case 'overdueJudged':
    case 'resumed':
      return [`应于 ${formatMonthDayWeekday(event.dueOn ?? message.dueOn)}答复`];
    case 'reclassified':
    case 'reclassifyUndone':
    case 'askedMore':
    case 'supplemented':
    case 'extended':
      return [`应于 ${formatMonthDayWeekday(event.dueOn ?? message.dueOn)}答复`, ...reason];
    case 'transferred':
    case 'returned':
      return ['答复期限不变', ...reason];
    case 'overdue':
      return ['如实记录，不会改动'];
    case 'assigned':
    case 'extensionAsked':
    case 'extensionRefused':
    case 'drafted':
    case 'sentBack':
    case 'replyPublished':
    case 'declineDrafted':
    case 'declined':
    case 'objected':
    case 'objectionUpheld':
    case 'objectionRejected':
    case 'followedUp':
    case 'withdrawn':
    case 'rated':
      return reason;
  }
}

function toneOf(event: MessageEvent, message: Facts): Tone {
  if (event.code === 'overdue') return 'late';
  if (event.code === 'replyPublished' || event.code === 'declined') return message.clock === 'late' ? 'late' : 'done';
  return event.code === 'withdrawn' ? 'grey' : 'done';
}
