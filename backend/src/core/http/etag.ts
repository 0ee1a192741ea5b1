import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What `@Route` notes on a route of the contract. */
interface RouteFacts {
  publicRead?: boolean;
  endpointPath?: string;
}

/**
 * Reads of public data carry a weak ETag over the answer and honour If-None-Match. An answer may hold
 * more for its author or for staff, so caches must ask again and keep the token's holders apart.
 */
export function useEtags(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload: unknown, done) => {
    const { publicRead, endpointPath } = request.routeOptions.config as RouteFacts;
    // What belongs to a person stays out of every cache.
    if (endpointPath && !publicRead) reply.header('Cache-Control', 'no-store');
    if (!publicRead || typeof payload !== 'string' || reply.statusCode !== 200) return done(null, payload);
    done(null, tagged(request, reply, payload));
  });
}

function tagged(request: FastifyRequest, reply: FastifyReply, payload: string): string | null {
  const etag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
  reply.header('ETag', etag);
  reply.header('Vary', 'Authorization');
  reply.header('Cache-Control', request.headers.authorization ? 'private, no-cache' : 'no-cache');
  if (!matches(request.headers['if-none-match'], etag)) return payload;
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
