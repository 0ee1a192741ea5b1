export * from './privacy.endpoints';
export * from './retention';
