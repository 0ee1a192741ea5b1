import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../ctx';
import { AppError } from '../errors/app-error';
import { assertPermitted, bearerOf } from './permission';
import type { RouteFacts } from './route-facts';

/** The largest JSON body of an endpoint that asks for no more. */
export const BODY_LIMIT = 256 * 1024;

/**
 * Endpoints whose body may be larger than all others' (Nest hands Fastify no limit of a route's own; this does).
 * The guard runs when a body is read, which for these is too late: so whoever may not call is refused at the
 * head of the request, and nothing of a large body is read.
 */
export function useLargeBodies(
  server: FastifyInstance,
  actorOf: (token: string) => Promise<Actor | null>,
): void {
  server.addHook('onRoute', (route) => {
    const { bodyLimit, permission } = (route.config ?? {}) as Partial<RouteFacts>;
    if (bodyLimit === undefined || permission === undefined) return;
    route.bodyLimit = bodyLimit;
    const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      // Without a length the body comes in chunks, and nobody knows how many.
      const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
      if (announced <= BODY_LIMIT) return;
      try {
        const token = bearerOf(request.headers.authorization);
        const actor = token === null ? null : await actorOf(token);
        if (token !== null && !actor) throw new AppError('TOKEN_EXPIRED');
        assertPermitted(permission, actor);
        if (announced > bodyLimit && Number.isFinite(announced)) throw new AppError('BODY_TOO_LARGE');
      } catch (error) {
        // Node would read the rest to keep the connection.
        reply.header('Connection', 'close');
        throw error;
      }
    };
    route.onRequest = [route.onRequest ?? [], admit].flat();
  });
}
