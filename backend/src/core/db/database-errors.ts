import { QueryFailedError } from 'typeorm';

const RETRY_CODES = new Set([
  'ER_LOCK_DEADLOCK', // 1213, also what Galera answers when certification fails
  'ER_LOCK_WAIT_TIMEOUT', // 1205
  'ER_CHECKREAD', // 1020, MariaDB's snapshot isolation
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);
const DUPLICATE_CODES = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const UNREACHABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'POOL_CLOSED',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_UNKNOWN_COM_ERROR', // 1047, a Galera node that is not ready
  'ER_OPTION_PREVENTS_STATEMENT', // read-only node
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_IOERR',
]);

function codeOf(error: unknown): string {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof source !== 'object' || source === null || !('code' in source)) return '';
  return String(source.code);
}

/** The whole unit of work may be run again: it lost against another one and nothing was stored. */
export const isRetryable = (error: unknown): boolean => RETRY_CODES.has(codeOf(error));

/** A unique key is taken already. */
export const isDuplicate = (error: unknown): boolean => DUPLICATE_CODES.has(codeOf(error));

/** The database cannot be reached or cannot write; whether a running commit happened is unknown. */
export const isUnreachable = (error: unknown): boolean => UNREACHABLE_CODES.has(codeOf(error));

/** The driver's error code for logs, which never hold SQL parameters. */
export const databaseErrorCode = (error: unknown): string => codeOf(error);
