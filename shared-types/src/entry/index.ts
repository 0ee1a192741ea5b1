export * from './entry.scene';
export * from './entry.endpoints';
