import type { TestApp } from '../support/app';
import { scansOf, statementsOf, type Statement } from '../support/query-plan';
import type { ListCall } from './list-calls';

export interface ExplainedCall {
  readonly path: string;
  readonly statements: readonly Statement[];
  /** What a database would read from end to end, one sentence each. */
  readonly scans: readonly string[];
}

/** The list of tenants is its table: a page of it is read in the order of the key. */
const WHOLE_TABLE: Record<string, RegExp> = { '/regions': /^(?:r: index PRIMARY|SCAN r\b)/ };

/** Calls everything, the second page included, and asks the database how it reads each statement. */
export async function explained(app: TestApp, calls: readonly ListCall[]): Promise<ExplainedCall[]> {
  const all: ExplainedCall[] = [];
  for (const call of calls) {
    const first = await explain(app, call);
    all.push(first);
    if (first.nextCursor === null) continue;
    const join = call.path.includes('?') ? '&' : '?';
    const path = `${call.path}${join}cursor=${encodeURIComponent(first.nextCursor)}`;
    all.push(await explain(app, { ...call, path }));
  }
  return all;
}

async function explain(
  app: TestApp,
  { path, token }: ListCall,
): Promise<ExplainedCall & { nextCursor: string | null }> {
  let nextCursor: string | null = null;
  const statements = await statementsOf(app.database, async () => {
    const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
    const answer = await app.api.raw(`/api/v1${path}`, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    nextCursor = nextCursorOf(answer, text);
  });
  const scans: string[] = [];
  for (const statement of statements) {
    const found = await scansOf(app.database, statement);
    const allowed = WHOLE_TABLE[path.split('?')[0] ?? ''];
    scans.push(
      ...found.filter((scan) => !allowed?.test(scan)).map((scan) => `${path}: ${scan} in ${statement.sql}`),
    );
  }
  return { path, statements, scans, nextCursor };
}

/** Files have no next page. */
function nextCursorOf(answer: Response, text: string): string | null {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return null;
  return (JSON.parse(text) as { nextCursor?: string | null }).nextCursor ?? null;
}

const ROWS_READ = ['first', 'key', 'last', 'next', 'prev', 'rnd', 'rnd_next'].map(
  (kind) => `Handler_read_${kind}`,
);

/** How many rows and index entries MariaDB touches for some statements: the work, whatever the machine. */
export async function rowsRead(app: TestApp, statements: readonly Statement[]): Promise<number> {
  const runner = app.database.dataSource.createQueryRunner();
  const count = async (): Promise<number> => {
    const rows: { Variable_name: string; Value: string }[] = await runner.query(
      "SHOW SESSION STATUS LIKE 'Handler_read%'",
    );
    return rows.reduce(
      (sum, row) => (ROWS_READ.includes(row.Variable_name) ? sum + Number(row.Value) : sum),
      0,
    );
  };
  try {
    const idle = await count();
    const before = await count();
    for (const { sql, parameters } of statements) await runner.query(sql, [...parameters]);
    return (await count()) - before - (before - idle);
  } finally {
    await runner.release();
  }
}
