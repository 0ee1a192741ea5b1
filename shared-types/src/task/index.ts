export * from './light';
export * from './task.schema';
export * from './task.endpoints';
