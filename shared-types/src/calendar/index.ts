export * from './calendar.schema';
export * from './calendar.endpoints';
export * from './reply-rule.endpoints';
