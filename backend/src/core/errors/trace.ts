import { databaseErrorCode } from '../db/database-errors';

/**
 * What a log may say about an unexpected error: kind, driver code and stack frames. Not the message of a
 * database or parser error, which quotes the values, that is, people's texts.
 */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const databaseCode = databaseErrorCode(error);
  const quotesValues = databaseCode !== '' || error instanceof SyntaxError;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...(databaseCode ? { databaseCode } : {}),
    ...(quotesValues ? {} : { reason: error.message.slice(0, 200) }),
    stack: frames.slice(0, 12).map((frame) => frame.trim()),
  };
}
