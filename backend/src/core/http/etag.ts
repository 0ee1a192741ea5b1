import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify';
import type { RouteFacts } from './route-facts';

/**
 * Reads of public data carry a weak ETag over the answer and honour If-None-Match. An answer may hold
 * more for its author or for staff, so caches must ask again and keep the token's holders apart.
 *
 * The hook is laid on each route once: `request.routeOptions` builds an object at every look.
 */
export function useEtags(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { publicRead, endpointPath } = (route.config ?? {}) as Partial<RouteFacts>;
    if (!publicRead && !endpointPath) return;
    route.onSend = [publicRead ? tagRead : keepPrivate, ...[route.onSend ?? []].flat()];
  });
}

type OnSend = onSendHookHandler<unknown>;

/** What belongs to a person stays out of every cache. */
const keepPrivate: OnSend = (_request, reply, payload, done) => {
  reply.header('Cache-Control', 'no-store');
  done(null, payload);
};

const tagRead: OnSend = (request, reply, payload, done) => {
  const tags = typeof payload === 'string' && reply.statusCode === 200;
  done(null, tags ? tagged(request, reply, payload) : payload);
};

/** The answer as bytes: encoded once for digest, length and socket. */
function tagged(request: FastifyRequest, reply: FastifyReply, payload: string): Buffer | null {
  const bytes = Buffer.from(payload);
  const etag = `W/"${hash('sha1', bytes, 'base64url')}"`;
  reply.header('ETag', etag);
  reply.header('Vary', 'Authorization');
  reply.header('Cache-Control', request.headers.authorization ? 'private, no-cache' : 'no-cache');
  if (!matches(request.headers['if-none-match'], etag)) return bytes;
  reply.code(304);
  reply.removeHeader('Content-Length');
  reply.removeHeader('Content-Type');
  return null;
}

/** Weak comparison (RFC 9110, 8.8.3.2): W/ does not count; a list and `*` are allowed. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = etag.slice(2);
  return header.split(',').some((one) => {
    const given = one.trim();
    return given === '*' || given.replace(/^W\//, '') === opaque;
  });
}
