import type { Message } from './message';
import type { MessageStayEntity } from './message-stay.entity';

export type Stay = Omit<MessageStayEntity, 'message'>;

/** What tells whether a unit still has a message in hand. */
export type Holder = Pick<Message, 'unitId' | 'heldSince' | 'result'>;

export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000));

/** The stay that a move ends: the unit hands it on, or the message is answered, declined or taken back. */
export function endedStay(before: Holder, message: Message, at: Date): Stay | null {
  if (before.result !== 'open') return null;
  if (message.unitId === before.unitId && message.result === 'open') return null;
  const { unitId, heldSince } = before;
  const minutes = minutesBetween(heldSince, at);
  return { messageId: message.id, seq: message.chainLength, unitId, fromAt: heldSince, toAt: at, minutes };
}
