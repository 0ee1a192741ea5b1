import {
  formatMonthDayWeekday,
  messageOriginWords,
  type MessageDetail,
  type MessageRound,
} from '@sunledger/shared-types';

/** What waiting for the author does to the clock, in plain words. */
export function pauseWords({ status, question }: Pick<MessageDetail, 'status' | 'question'>): string {
  if (question === null) return '';
  const until = formatMonthDayWeekday(question.pausedUntil);
  return status === 'asked'
    ? `已暂停计时，最长等到 ${until}。补充后继续计时；到时没有补充，也会继续办理。`
    : `等待的时间到 ${until}为止，已继续计时；现在补充仍有帮助。`;
}

/** A further question, a rework or a new handling, by name and number. */
export const roundTitle = ({ origin, number }: Pick<MessageRound, 'origin' | 'number'>): string =>
  number === null ? messageOriginWords[origin] : `${messageOriginWords[origin]} ${number}`;

/** By which day this one is answered; it has a date of its own. */
export function roundNote(round: Pick<MessageRound, 'status' | 'clock' | 'dueOn'>): string {
  const day = formatMonthDayWeekday(round.dueOn);
  if (round.clock === 'stopped') return '已撤回，不再办理';
  if (round.clock === 'running' || round.clock === 'paused') return `另行计算，最迟 ${day}答复`;
  return `应于 ${day}答复`;
}

/** What this message follows from, for the line that leads there. */
export function parentWords(message: Pick<MessageDetail, 'origin' | 'parent'>): string | null {
  if (message.parent === null) return null;
  const number = message.parent.number ?? '';
  switch (message.origin) {
    case 'followUp':
      return `对留言 ${number} 的追问`.replace('  ', ' ');
    case 'rework':
      return `留言 ${number} 评价不满意后的整改`.replace('  ', ' ');
    case 'reopened':
      return `留言 ${number} 异议成立后重新办理`.replace('  ', ' ');
    case 'message':
      return null;
  }
}

/** How the objection stands; null without one. */
export function objectionWords(objection: MessageDetail['objection']): string | null {
  switch (objection) {
    case 'open':
      return '异议已交政务公开办，等待决定。';
    case 'upheld':
      return '异议成立，已重新办理。';
    case 'rejected':
      return '异议不成立，维持不予受理。';
    case null:
      return null;
  }
}
