/**
 * The deadline library: working-day calendar, reply rule, explanation. Pure: no framework, no database,
 * no clock of its own.
 */
export * from './add-working-days';
export * from './check-calendar-year';
export * from './check-date';
export * from './count-working-days';
export * from './deadline.error';
export * from './parse-notice';
export * from './receipt';
export * from './revise-due-date';
export * from './statutory-days';
export * from './work-calendar';
export * from './working-days-left';
