export * from './delivery.endpoints';
