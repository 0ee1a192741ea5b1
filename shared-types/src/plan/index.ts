export * from './plan.workflow';
export * from './plan.schema';
export * from './plan.endpoints';
