import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database';
import { isCurrent } from '../db/migrate';
import { traceOf } from '../errors/trace';

/** `/healthz`: the process answers. `/readyz`: the database does too, with every migration. */
export function useHealth(server: FastifyInstance, database: Database): void {
  let current = false;
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (request, reply) => {
    try {
      await database.ping();
      current ||= await isCurrent(database);
    } catch (error) {
      request.log.warn({ check: 'readyz', ...traceOf(error) });
      return reply.code(503).send({ status: 'unavailable', database: 'unreachable' });
    }
    if (!current) return reply.code(503).send({ status: 'unavailable', database: 'migrations missing' });
    return { status: 'ok', database: database.dialect, migrations: 'current' };
  });
}
