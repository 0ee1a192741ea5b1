// What backup and restore share: the address of the database and the client programs of MySQL or MariaDB.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Ends the program with one clear line. @param {string} text @param {number} status @returns {never} */
export function fail(text, status = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(status);
}

/** @returns {{ args: string[], env: NodeJS.ProcessEnv, database: string }} */
export function connection() {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL || !URL.canParse(DATABASE_URL)) {
    fail('请设置 DATABASE_URL（mysql://用户:密码@主机:端口/库名）。Set DATABASE_URL.', 2);
  }
  const url = new URL(DATABASE_URL);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!/^[\w-]+$/.test(database)) fail('DATABASE_URL 里的库名不正确。', 2);
  return {
    database,
    args: [
      `--host=${url.hostname.replace(/^\[|\]$/g, '')}`,
      `--port=${url.port || '3306'}`,
      `--user=${decodeURIComponent(url.username)}`,
      '--protocol=tcp',
      '--default-character-set=utf8mb4',
    ],
    // Not on the command line: every user of the machine can read that.
    env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
  };
}

/** The first of these programs that is installed. @param {string[]} names */
export function program(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  return found ?? fail(`缺少 ${names.join(' 或 ')}，请安装数据库客户端。Install the client programs.`);
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env @param {import('node:child_process').StdioOptions} stdio */
export function start(command, args, env, stdio) {
  const child = spawn(command, args, { env, stdio });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`${command} ended with ${code}`)),
    );
  });
  return { child, ended };
}

/** The answer of one statement, a line per row. @param {string} sql */
export async function ask(sql) {
  const { args, env, database } = connection();
  const { child, ended } = start(
    program('mariadb', 'mysql'),
    [...args, '--batch', '--skip-column-names', database, '--execute', sql],
    env,
    ['ignore', 'pipe', 'inherit'],
  );
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  await ended;
  return text.trim() === '' ? [] : text.trim().split('\n');
}
