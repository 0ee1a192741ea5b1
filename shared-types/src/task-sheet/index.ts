export * from './task-sheet.endpoints';
