import {
  chinaDateOf,
  daysBetween,
  formatMonthDay,
  parseChinaInstant,
  type MessageRow,
} from '@sunledger/shared-types';

export const isLate = (message: Pick<MessageRow, 'clock'>): boolean =>
  message.clock === 'late' || message.clock === 'overdue';

const dateOf = (iso: string): string | null => {
  const instant = parseChinaInstant(iso);
  return instant ? chinaDateOf(instant) : null;
};

/** How long the answer took: “当天答复”, “次日答复”, “3 天答复”; null while there is none. */
export function tookWords(message: Pick<MessageRow, 'receivedAt' | 'answeredAt'>): string | null {
  const from = dateOf(message.receivedAt);
  const to = message.answeredAt ? dateOf(message.answeredAt) : null;
  if (!from || !to) return null;
  const days = daysBetween(from, to);
  return days <= 0 ? '当天答复' : days === 1 ? '次日答复' : `${days} 天后答复`;
}

/** “县教育局 · 11月18日 · 次日答复”. */
export function answerNote(
  message: Pick<MessageRow, 'unit' | 'receivedAt' | 'answeredAt' | 'authorName'>,
): string {
  const date = dateOf(message.receivedAt);
  const asked = date ? `${message.authorName} ${formatMonthDay(date)}提问` : message.authorName;
  return [message.unit.name, asked, tookWords(message)].filter(Boolean).join(' · ');
}
