import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import LibsqlDatabase from 'libsql';

export class EmbeddedInUseError extends Error {
  constructor(file: string, holder: string) {
    super(
      `内置数据库正被另一个进程使用${holder}：${file}。请先停止它，或用 DATA_DIR 换一个目录，或用 DATABASE_URL 连接 MySQL/MariaDB。` +
        'The embedded database serves one process: stop the other one, choose another DATA_DIR, or use DATABASE_URL.',
    );
    this.name = 'EmbeddedInUseError';
  }
}

export interface EmbeddedLock {
  release(): void;
}

/**
 * Makes this process the only server of an embedded file. The lock is an exclusive SQLite transaction
 * on a little file beside it, which is an operating-system lock: it ends with the process however the
 * process ends, so nothing stale is left by SIGKILL and no process id has to be guessed at.
 */
export function lockEmbedded(file: string): EmbeddedLock {
  mkdirSync(dirname(file), { recursive: true });
  const lockFile = `${file}.lock`;
  const pidFile = `${file}.pid`;
  const connection = new LibsqlDatabase(lockFile, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (String(error).includes('locked') || String(error).includes('BUSY')) {
      throw new EmbeddedInUseError(file, holderOf(pidFile));
    }
    throw error;
  }
  writeFileSync(pidFile, String(process.pid));
  return {
    release: () => {
      connection.exec('ROLLBACK');
      connection.close();
    },
  };
}

/** Only for the message; the lock itself does not depend on it. */
function holderOf(pidFile: string): string {
  try {
    return ` (pid ${readFileSync(pidFile, 'utf8').trim()})`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
