import type { MessageEntity } from './message.entity';

/** A message as services of other features hold it; they change it through the workflow only. */
export type Message = MessageEntity;
