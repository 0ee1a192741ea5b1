import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve(__dirname, '../..');

it('“Do not rely on `SKIP LOCKED`: TiDB accepts the words and does not lock, SQLite has none”', () => {
  const sql = /`[^`]*`|'[^'\n]*'|"[^"\n]*"/gu;
  const statements = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .flatMap((name) => readFileSync(join(SOURCE, name), 'utf8').match(sql) ?? []);
  expect(statements.filter((text) => /\bUPDATE outbox SET lease_owner\b/.test(text)).length).toBeGreaterThan(
    0,
  );
  expect(statements.filter((text) => /skip\s+locked/i.test(text))).toEqual([]);
});
