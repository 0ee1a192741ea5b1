// 备份：node backend/deploy/backup.mjs 备份文件.sql.gz
// One consistent picture of the whole database (a single transaction, nobody is held up), packed, with a digest.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { connection, fail, program, start } from './database-url.mjs';

const [file] = process.argv.slice(2);
if (!file) fail('用法 usage: node backend/deploy/backup.mjs FILE.sql.gz', 2);
if (existsSync(file)) fail(`${file} 已存在，没有覆盖。It exists and was not overwritten.`);

const { args, env, database } = connection();
const dump = start(
  program('mariadb-dump', 'mysqldump'),
  [
    ...args,
    '--single-transaction',
    '--quick',
    '--hex-blob',
    '--skip-lock-tables',
    '--no-tablespaces',
    '--skip-dump-date',
    '--default-character-set=utf8mb4',
    database,
  ],
  env,
  ['ignore', 'pipe', 'inherit'],
);
const digest = createHash('sha256');
const counted = new PassThrough();
counted.on('data', (chunk) => digest.update(chunk));
const unfinished = `${file}.unfinished`;
try {
  await Promise.all([
    pipeline(dump.child.stdout, createGzip(), counted, createWriteStream(unfinished, { mode: 0o600 })),
    dump.ended,
  ]);
} catch (error) {
  rmSync(unfinished, { force: true });
  fail(`备份没有完成 the backup failed: ${error.message}`);
}
renameSync(unfinished, file);
writeFileSync(`${file}.sha256`, `${digest.digest('hex')}  ${file.split('/').at(-1)}\n`);
process.stdout.write(`已备份 done: ${file}（${statSync(file).size} 字节 bytes）\n`);
