export * from './china-date';
export * from './deadline.schema';
export * from './explanation-lines';
export * from './reply-rule';
