export * from './region.schema';
export * from './region.endpoints';
