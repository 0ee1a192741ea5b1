import type { DataSource, QueryResult, QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { toSqliteBinds } from './sqlite-binds';

/**
 * TypeORM hands every caller of a SQLite data source the SAME query runner (typeorm #1884), so that two
 * interleaved requests share one transaction: what one rolls back takes the other's committed rows with
 * it. Here every caller has an own runner over the one connection, and a gate lets either one
 * transaction or any number of plain statements through.
 */
class ConnectionGate {
  private owner: object | null = null;
  private running = 0;
  private queue: (() => boolean)[] = [];

  isOwner(runner: object): boolean {
    return this.owner === runner;
  }

  /** First come, first served: a stream of plain statements cannot starve a transaction. */
  private pass(attempt: () => boolean): Promise<void> {
    if (this.queue.length === 0 && attempt()) return Promise.resolve();
    return new Promise((resolve) => {
      this.queue.push(() => {
        const passed = attempt();
        if (passed) resolve();
        return passed;
      });
    });
  }

  private wake(): void {
    for (let next = this.queue[0]; next?.(); next = this.queue[0]) this.queue.shift();
  }

  own(runner: object): Promise<void> {
    return this.pass(() => {
      if (this.owner !== null || this.running > 0) return false;
      this.owner = runner;
      return true;
    });
  }

  disown(runner: object): void {
    if (this.owner !== runner) return;
    this.owner = null;
    this.wake();
  }

  async plain<T>(work: () => Promise<T>): Promise<T> {
    await this.pass(() => {
      if (this.owner !== null) return false;
      this.running += 1;
      return true;
    });
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.wake();
    }
  }
}

/** The fields of the runner that TypeORM keeps private to its package. */
interface RunnerState {
  stmtCache: Map<string, unknown>;
  transactionDepth: number;
}

class IsolatedRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    private readonly gate: ConnectionGate,
    statements: Map<string, unknown>,
    private readonly assertOutsideUnit: () => void,
  ) {
    super(driver);
    this.state.stmtCache = statements;
  }

  private get state(): RunnerState {
    return this as unknown as RunnerState;
  }

  override query(query: string, parameters?: unknown[], structured?: false): Promise<unknown>;
  override query(query: string, parameters: unknown[] | undefined, structured: true): Promise<QueryResult>;
  override async query(query: string, parameters: unknown[] = [], structured = false): Promise<unknown> {
    const binds = toSqliteBinds(parameters);
    const send = (sql: string): Promise<unknown> => super.query(sql, binds, structured as true);
    if (this.gate.isOwner(this)) {
      // A deferred BEGIN that writes later fails with SQLITE_BUSY when another process wrote in between.
      return send(query === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : query);
    }
    this.assertOutsideUnit();
    return this.gate.plain(() => send(query));
  }

  override async startTransaction(): Promise<void> {
    if (!this.gate.isOwner(this)) {
      this.assertOutsideUnit();
      await this.gate.own(this);
    }
    try {
      await super.startTransaction();
    } catch (error) {
      // BEGIN itself failed (SQLITE_BUSY): nothing to roll back, but the gate must open again.
      if (this.state.transactionDepth === 0) this.leave();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.leave();
  }

  override async rollbackTransaction(): Promise<void> {
    const outermost = this.state.transactionDepth <= 1;
    try {
      await super.rollbackTransaction();
    } finally {
      if (outermost) this.leave();
    }
  }

  override async release(): Promise<void> {
    if (this.gate.isOwner(this)) await this.rollbackTransaction();
    await super.release();
  }

  private leave(): void {
    this.isTransactionActive = false;
    this.state.transactionDepth = 0;
    this.gate.disown(this);
  }
}

/** Installs the isolated runners; call it once, before the data source is initialised. */
export function isolateSqlite(dataSource: DataSource, assertOutsideUnit: () => void): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const gate = new ConnectionGate();
  const statements = new Map<string, unknown>();
  driver.createQueryRunner = (): QueryRunner =>
    new IsolatedRunner(driver, gate, statements, assertOutsideUnit);
}
