import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance } from 'fastify';
import type { Config } from '../../config/config';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { Scheduler } from '../schedule/scheduler';
import { ActorSource } from './actor-source';
import { useDemoNow } from './demo-now';
import { useDocumentation } from './documentation';
import { useEtags } from './etag';
import { answerClientError, answerFrameworkError } from './framework-errors';
import { useHealth } from './health';
import { BODY_LIMIT, useLargeBodies } from './large-bodies';
import { useMetrics } from './metrics';
import { requestId } from './request-id';
import { useRequestLog } from './request-log';
import { useSecurityHeaders } from './security-headers';
import { useTick } from './tick';
import { useWebApp } from './web-app';

export const API_BASE = '/api/v1';

const LAST_ANSWERS_MS = 10_000;

export interface ServerParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly module: DynamicModule;
  readonly logger: LoggerService | false;
}

/** Builds the server without listening. */
export async function createServer(parts: ServerParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedHops(parts.config.trustProxy),
    genReqId: requestId,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    logger: { level: parts.config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // A proxy keeps connections longer than Node's 5 s; a closed one would look like a lost answer.
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(parts.module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: parts.logger,
  });
  app.setGlobalPrefix(API_BASE);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  endSlowConnections(server);
  useLargeBodies(server, (token) => app.get(ActorSource).actorOf(token));
  useJsonBodies(server);
  useRequestLog(server);
  useEtags(server);
  if (parts.config.demo) useDemoNow(server, parts.clock);
  await useSecurityHeaders(server);
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip', 'deflate'] });
  await server.register(multipart);
  useTick(server, parts.config.tickKey, () => app.get(Scheduler).tick({ now: true }));
  await usePlainRoutes(server, parts);
  return app;
}

/** Only as many hops as there are proxies of our own are believed, counted from here. */
function trustedHops(proxies: number | boolean): boolean | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;
}

/** Routes outside the contract. */
async function usePlainRoutes(server: FastifyInstance, { config, database }: ServerParts): Promise<void> {
  useMetrics(server);
  useHealth(server, database);
  await useDocumentation(server, API_BASE);
  await useWebApp(server, config.h5Dir);
}

/** Running requests may finish after the stop signal; a client that does not read its answer may not hold it up. */
function endSlowConnections(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    setTimeout(() => server.server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    done();
  });
}

/** JSON as Fastify parses it (poisoned prototypes refused); an empty body is no body: wx.request sends that. */
function useJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, {});
    else void parse(request, String(body), done);
  });
}
