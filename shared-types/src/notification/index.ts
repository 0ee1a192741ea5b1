export * from './notification.endpoints';
