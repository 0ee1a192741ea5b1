export * from './bulletin-period';
export * from './bulletin.workflow';
export * from './bulletin.schema';
export * from './bulletin.endpoints';
