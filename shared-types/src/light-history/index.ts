export * from './light-history.endpoints';
