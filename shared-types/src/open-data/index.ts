export * from './open-data.fields';
export * from './open-data.endpoints';
