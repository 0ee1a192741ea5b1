import type { FastifyInstance } from 'fastify';
import type { ApiRequest } from './api-request';

/**
 * One line per answer: ids, route and codes. Never the address with its query (a search word is a
 * person's text), a header, or a body.
 */
export function useRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { ctx } = request as ApiRequest;
    request.log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      account: ctx?.actor?.accountId,
    });
    done();
  });
}
