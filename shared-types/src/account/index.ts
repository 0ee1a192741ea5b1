export * from './account.schema';
export * from './account.endpoints';
