export * from './oversight.endpoints';
