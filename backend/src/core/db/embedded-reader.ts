import LibsqlDatabase from 'libsql';
import { toSqliteBinds } from './sqlite-binds';

const MAX_STATEMENTS = 300;

/**
 * A second connection to the embedded file for reads outside a unit of work. In WAL mode it sees the
 * last committed state and never waits for the writer.
 */
export class EmbeddedReader {
  private readonly connection: LibsqlDatabase.Database;
  private readonly statements = new Map<string, LibsqlDatabase.Statement>();

  constructor(file: string) {
    this.connection = new LibsqlDatabase(file, { timeout: 5000 });
    this.connection.exec('PRAGMA query_only = ON');
  }

  all(sql: string, parameters: readonly unknown[]): unknown[] {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
      if (this.statements.size > MAX_STATEMENTS) {
        const oldest = this.statements.keys().next().value;
        if (oldest !== undefined) this.statements.delete(oldest);
      }
    }
    return statement.all(...toSqliteBinds(parameters));
  }

  close(): void {
    this.statements.clear();
    this.connection.close();
  }
}
