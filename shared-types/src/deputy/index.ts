export * from './deputy.endpoints';
