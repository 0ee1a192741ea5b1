export * from './unit.schema';
export * from './unit.endpoints';
