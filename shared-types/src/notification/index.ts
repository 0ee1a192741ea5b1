export * from './notification.endpoints';
export * from './subscription.endpoints';
