export * from './supervision.workflow';
export * from './supervision.schema';
export * from './supervision.endpoints';
