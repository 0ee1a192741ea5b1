export * from './screening.endpoints';
