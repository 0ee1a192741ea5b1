export * from './reply-figures';
export * from './oversight.endpoints';
