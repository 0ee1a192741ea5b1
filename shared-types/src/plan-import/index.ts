export * from './parsed-plan';
export * from './plan-import.endpoints';
