export * from './account.schema';
export * from './account.endpoints';
export * from './session.endpoints';
