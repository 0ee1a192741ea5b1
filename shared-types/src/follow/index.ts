export * from './follow.endpoints';
