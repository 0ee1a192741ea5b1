// 恢复到空库：node backend/deploy/restore.mjs 备份文件.sql.gz
// Only into an empty database: a restore never mixes with what is there. Check the chains afterwards with
// `node backend/dist/cli.js verify` (and --anchor, with an anchor that was kept elsewhere).
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ask, connection, fail, program, start } from './database-url.mjs';

const [file] = process.argv.slice(2);
if (!file || !existsSync(file)) fail('用法 usage: node backend/deploy/restore.mjs FILE.sql.gz', 2);

if (existsSync(`${file}.sha256`)) {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  const [expected] = readFileSync(`${file}.sha256`, 'utf8').split(/\s/);
  if (digest.digest('hex') !== expected)
    fail('备份文件与校验值不符，没有恢复。The file is not the one backed up.');
}
const tables = await ask('SHOW TABLES');
if (tables.length > 0) {
  fail(`库里已有 ${tables.length} 张表，没有恢复。请换一个空库。The database is not empty.`);
}
const { args, env, database } = connection();
const client = start(program('mariadb', 'mysql'), [...args, database], env, ['pipe', 'inherit', 'inherit']);
try {
  await Promise.all([pipeline(createReadStream(file), createGunzip(), client.child.stdin), client.ended]);
} catch (error) {
  fail(`恢复没有完成，请清空这个库后再试 the restore failed: ${error.message}`);
}
process.stdout.write(`已恢复 ${(await ask('SHOW TABLES')).length} 张表 tables restored。\n`);
