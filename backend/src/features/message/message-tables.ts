import { DailyCounterEntity } from './daily-counter.entity';
import { MessageEventEntity } from './message-event.entity';
import { MessageMarkEntity } from './message-mark.entity';
import { MessageNoteEntity } from './message-note.entity';
import { MessageStayEntity } from './message-stay.entity';
import { MessageEntity } from './message.entity';

/** Every table of the feature. */
export const messageEntities = [
  MessageEntity,
  MessageEventEntity,
  MessageNoteEntity,
  MessageStayEntity,
  MessageMarkEntity,
  DailyCounterEntity,
];
