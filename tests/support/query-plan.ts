import type { Database, Row } from '../../backend/src/core/db/database';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The reading statements that the server sends while `work` runs. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const read = database.read.bind(database);
  database.read = (sql: string, parameters: readonly unknown[]): Promise<Row[]> => {
    seen.push({ sql, parameters });
    return read(sql, parameters);
  };
  try {
    await work();
  } finally {
    database.read = read;
  }
  return seen;
}

/** What the database says it would scan from end to end, as `table: how`; empty when every step is indexed. */
export async function scansOf(database: Database, { sql, parameters }: Statement): Promise<string[]> {
  if (database.dialect === 'sqlite') {
    const rows = await database.read(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    return rows.map((row) => String(row.detail)).filter((detail) => isSqliteScan(detail, sql));
  }
  const rows = await database.read(`EXPLAIN ${sql}`, parameters);
  return rows
    .filter(isMysqlScan)
    .map((row) => `${String(row.table)}: ${String(row.type)} ${String(row.key)}`);
}

/** `SCAN x` reads a whole table or index, unless x is a derived table of this statement. */
function isSqliteScan(detail: string, sql: string): boolean {
  const [, name] = /^SCAN (\w+)/.exec(detail) ?? [];
  if (name === undefined || name === 'CONSTANT') return false;
  return !new RegExp(`\\) AS ${name}\\b`).test(sql);
}

/** ALL is the whole table, index the whole index; `<derived2>` is what this statement gathered itself. */
function isMysqlScan(row: Row): boolean {
  const derived = String(row.table).startsWith('<');
  return !derived && ['ALL', 'index'].includes(String(row.type));
}
