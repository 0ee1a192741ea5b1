import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';

/**
 * The security headers of helmet on every answer. They are the same on all, so helmet writes them once,
 * for a server of its own: as a plugin it lays out and checks the whole content policy at every request.
 */
export async function useSecurityHeaders(server: FastifyInstance): Promise<void> {
  const headers = await securityHeaders();
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

const OF_THE_ANSWER = ['connection', 'content-length', 'content-type', 'date'];

async function securityHeaders(): Promise<Record<string, string>> {
  const model = fastify();
  await model.register(helmet, helmetOptions);
  model.get('/', (_request, reply) => reply.send());
  const { headers } = await model.inject('/');
  await model.close();
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !OF_THE_ANSWER.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The H5 build is one origin with no CDN; styles are inline because Taro sets the root font size so. */
const helmetOptions = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'self'"],
      // Plain http on an intranet or localhost must keep working.
      upgradeInsecureRequests: null,
    },
  },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: false,
} as const;
