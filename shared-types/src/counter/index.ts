export * from './counter.endpoints';
