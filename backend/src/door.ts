import { ConfigError } from './config/config';
import { EmbeddedInUseError } from './core/db/embedded-lock';
import { isUnreachable } from './core/db/database-errors';
import { ClockBeforeDataError } from './database/demo-clock';

/** How long running requests may take to finish before the process leaves anyway. */
const LAST_SECONDS = 25;

/** Ctrl-C and SIGTERM finish what is running and leave with 0; a second Ctrl-C leaves at once. */
export function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  const end = (signal: string) => {
    if (ending) {
      if (signal === 'SIGINT') process.exit(130);
      return;
    }
    ending = true;
    setTimeout(() => process.exit(1), LAST_SECONDS * 1000).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => failStart(error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
}

/** Says in a line or two why the process cannot go on, and leaves: 2 for unusable input, else 1. */
export function failStart(error: unknown): never {
  const { text, status } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(status);
}

function explain(error: unknown): { text: string; status: number } {
  if (error instanceof ConfigError) return { text: error.message, status: 2 };
  if (error instanceof EmbeddedInUseError || error instanceof ClockBeforeDataError) {
    return { text: error.message, status: 1 };
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const text =
      '端口已被占用：请用 PORT 换一个端口，或停止占用它的程序。The port is in use: choose another PORT.';
    return { text, status: 1 };
  }
  if (isUnreachable(error) || isDenied(error)) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `连不上数据库（${reason}）：请检查 DATABASE_URL 和数据库服务。Cannot reach the database: check DATABASE_URL.`;
    return { text, status: 1 };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), status: 1 };
}

const DENIED = ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'];
const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DENIED.includes(String(error.code));
