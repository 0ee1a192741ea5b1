export * from './light';
export * from './task.workflow';
export * from './progress.workflow';
export * from './task.schema';
export * from './task.endpoints';
