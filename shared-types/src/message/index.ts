export * from './message-words';
export * from './message.workflow';
export * from './message-events';
export * from './message.schema';
export * from './message.endpoints';
export { MessageProgress, readableQueryCode } from './lookup.endpoints';
