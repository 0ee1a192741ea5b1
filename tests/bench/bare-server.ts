/**
 * The yardstick, a process of its own: node:http and mysql2, nothing else. It answers the bytes of the
 * product from the statements of the product with the product's row mappers, so that what is compared
 * is all that the product adds: routing, permissions, validation, headers, ETag, metrics, logs.
 */
import { createServer } from 'node:http';
import { createPool, type Pool } from 'mysql2';
import type { Row } from '../../backend/src/core/db/database';
import { bareAnswerOf } from './bare-answers';
import type { HotList } from './hot-lists';

/** What the benchmark tells this process after the start. */
export interface BareOrder {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly lists: readonly HotList[];
}

type Answering = () => Promise<string>;

function poolOf({ databaseUrl, poolSize }: BareOrder): Pool {
  const url = new URL(databaseUrl);
  const pool = createPool({
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: url.password,
    database: url.pathname.slice(1),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    decimalNumbers: true,
    maxPreparedStatements: 400,
    connectionLimit: poolSize,
  });
  // The isolation level of the product's connections.
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  return pool;
}

function answeringOf(pool: Pool, list: HotList): Answering {
  const answer = bareAnswerOf(list);
  const read = (sql: string, parameters: readonly unknown[]): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      pool.execute(sql, parameters as string[], (error, rows) => {
        if (error) reject(error);
        else resolve(rows as Row[]);
      });
    });
  return async () => {
    const results: Row[][] = [];
    for (const { sql, parameters } of list.statements) results.push(await read(sql, parameters));
    return JSON.stringify(answer(results));
  };
}

function serve(order: BareOrder): void {
  const pool = poolOf(order);
  const answers = new Map(order.lists.map((list) => [`/api/v1${list.path}`, answeringOf(pool, list)]));
  const server = createServer((request, response) => {
    const answering = answers.get(request.url ?? '');
    if (!answering) {
      response.writeHead(request.url === '/cpu' ? 200 : 404).end(JSON.stringify(process.cpuUsage()));
      return;
    }
    answering().then(
      (body) => {
        response
          .writeHead(200, {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Length': Buffer.byteLength(body),
          })
          .end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') process.send?.(address.port);
  });
}

process.once('message', (order) => serve(order as BareOrder));
process.once('disconnect', () => process.exit(0));
