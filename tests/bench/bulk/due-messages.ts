import { addDays, defaultReplyRule, promisedWorkingDays, type MessageKind } from '@sunledger/shared-types';
import { addWorkingDays, nationalCalendar } from '../../../backend/src/features/deadline';
import { MessageEventEntity } from '../../../backend/src/features/message/message-event.entity';
import { MessageEntity } from '../../../backend/src/features/message/message.entity';
import type { TestApp } from '../../support/app';
import type { BulkRegion } from './bulk-regions';
import { BulkWriter } from './bulk-writer';
import { kindOf, MessageLife } from './message-life';

const BATCH = 2000;

export interface DueMessages {
  readonly count: number;
  /** All of them fall due on this working day. */
  readonly dueOn: string;
  readonly regions: readonly BulkRegion[];
  readonly authorIds: readonly number[];
  /** The number of the first one, so that several calls do not meet. */
  readonly from?: number;
}

/** Open messages of every kind that fall due on one day, as the product's own functions make them. */
export async function writeDueMessages(app: TestApp, due: DueMessages): Promise<void> {
  const { count, dueOn, regions, authorIds, from = 0 } = due;
  const life = new MessageLife(app.config);
  const writer = await BulkWriter.open(app.database);
  let id = await writer.lastId(MessageEntity);
  const receivedOn = new Map<MessageKind, string>();
  const dayOf = (kind: MessageKind): string => {
    const day = receivedOn.get(kind) ?? receiptFor(kind, dueOn);
    receivedOn.set(kind, day);
    return day;
  };
  for (let at = from; at < from + count; at += BATCH) {
    const messages: MessageEntity[] = [];
    const events: Partial<MessageEventEntity>[] = [];
    for (let each = at; each < Math.min(at + BATCH, from + count); each += 1) {
      const home = regions[each % regions.length];
      if (!home) throw new Error('no region');
      const message = life.receive((id += 1), {
        at: each,
        home,
        day: dayOf(kindOf(each)),
        time: '10:00',
        sequence: each + 1,
        authorId: authorIds[each % authorIds.length] ?? home.drafter.accountId,
      });
      if (message.dueOn !== dueOn) throw new Error(`due on ${message.dueOn}, not on ${dueOn}`);
      messages.push(message);
      for (const row of life.takeRows()) events.push({ ...row, messageId: message.id });
    }
    await writer.insert(MessageEntity, messages);
    await writer.insert(MessageEventEntity, events);
  }
  await writer.close();
}

/** The last day on which a message of a kind may come in to fall due on a working day. */
function receiptFor(kind: MessageKind, dueOn: string): string {
  const days = promisedWorkingDays(defaultReplyRule, kind, kind === 'inquiry');
  let day = addDays(dueOn, -1);
  while (addWorkingDays(nationalCalendar, day, days) !== dueOn) day = addDays(day, -1);
  return day;
}
