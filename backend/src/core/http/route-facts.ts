import type { FastifyInstance } from 'fastify';

/** What `@Route` writes into the configuration of a Fastify route. */
export interface RouteFacts {
  readonly publicRead: boolean;
  readonly endpointPath: string;
  readonly multipart: boolean | { readonly maxBytes: number };
  readonly ownUnits: boolean;
  readonly bodyLimit?: number | undefined;
}

/** Nest hands Fastify a route's configuration but no body limit of its own; this does. */
export function useBodyLimits(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as Partial<RouteFacts>;
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
}
