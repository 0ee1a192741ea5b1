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

/** What is told of one step besides its event: the day promised before it, and whether the kind was set here last. */
interface Around {
  before: string | null;
  lastClass: boolean;
}

const classCodes: readonly MessageEvent['code'][] = ['received', 'reclassified', 'reclassifyUndone'];

function around(events: readonly MessageEvent[], index: number): Around {
  const before = events.slice(0, index).flatMap((event) => event.dueOn ?? []);
  const later = events.slice(index + 1);
  return {
    before: before[before.length - 1] ?? null,
    lastClass: !later.some((event) => classCodes.includes(event.code)),
  };
}

/** The steps of a message in plain words, the newest first, with what is being waited for on top. */
export function stepsOf(message: Facts, today: string): Step[] {
  const past = message.events.map((event, index): Step => {
    const { before, lastClass } = around(message.events, index);
    return {
      key: `${index}-${event.code}`,
      title: titleOf(event, message, lastClass),
      notes: [momentWords(event.at, today), ...detailsOf(event, message, before)].filter(
        (note) => note !== '',
      ),
      tone: toneOf(event, message),
      open: false,
    };
  });
  const waiting = waitingFor(message);
  return [...(waiting ? [waiting] : []), ...past.reverse()];
}

function waitingFor(message: Facts): Step | null {
  if (message.status === 'asked') {
    const title = message.mine ? '等您补充' : '等留言人补充';
    return { key: 'waiting', title, notes: ['等待期间不计入期限'], tone: 'soon', open: true };
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

function titleOf(event: MessageEvent, message: Facts, lastClass: boolean): string {
  const unit = event.unitName;
  const who = message.mine ? '您' : '留言人';
  switch (event.code) {
    case 'received':
      return lastClass ? `已收到，登记为${kindWords(message)}` : '已收到留言';
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
    case 'reclassified':
      return lastClass ? `改按${kindWords(message)}办理` : messageEventWords.reclassified;
    case 'askedMore':
      return unit ? `${unit}请${who}补充` : `请${who}补充`;
    case 'supplemented':
      return `${who}已补充，继续计时`;
    case 'objected':
      return `${who}提出异议，等待政务公开办决定`;
    case 'followedUp':
      return `${who}追问，另行计算期限`;
    case 'withdrawn':
      return message.mine ? '您撤回了留言' : messageEventWords.withdrawn;
    case 'rated':
      return isLevel(message.rating?.level)
        ? `评价：${ratingWords[message.rating.level]}`
        : messageEventWords.rated;
    default:
      return messageEventWords[event.code];
  }
}

/** “延长到…” or “提前到…” against the day before; the day alone where nothing changed. */
function dayChange(day: string, before: string | null): string {
  const words = formatMonthDayWeekday(day);
  if (before === null || before === day) return `应于 ${words}答复`;
  return before < day ? `答复期限延长到 ${words}` : `答复期限提前到 ${words}`;
}

function detailsOf(event: MessageEvent, message: Facts, before: string | null): string[] {
  const day = event.dueOn ?? message.dueOn;
  const noted = (label: string): string[] => (event.note ? [`${label}：${event.note}`] : []);
  switch (event.code) {
    case 'received':
      return [`应于 ${formatMonthDayWeekday(day)}答复`];
    case 'dueMoved':
    case 'dueSettled':
    case 'overdueJudged':
    case 'resumed':
      return [dayChange(day, before)];
    case 'reclassified':
    case 'reclassifyUndone':
    case 'extended':
      return [dayChange(day, before), ...noted('原因')];
    case 'askedMore':
      return [...noted('问'), `补充前暂停计时，最晚 ${formatMonthDayWeekday(day)}答复`];
    case 'supplemented':
      return [...noted('补充'), `应于 ${formatMonthDayWeekday(day)}答复`];
    case 'transferred':
    case 'returned':
      return ['答复期限不变', ...noted('说明')];
    case 'overdue':
      return ['如实记录，不会改动'];
    case 'extensionAsked':
    case 'extensionRefused':
    case 'objected':
    case 'objectionUpheld':
    case 'objectionRejected':
      return noted('理由');
    default:
      return noted('说明');
  }
}

function toneOf(event: MessageEvent, message: Facts): Tone {
  switch (event.code) {
    case 'overdue':
      return 'late';
    case 'replyPublished':
    case 'declined':
      return message.clock === 'late' ? 'late' : 'done';
    case 'askedMore':
      return 'soon';
    case 'withdrawn':
      return 'grey';
    default:
      return 'done';
  }
}
