import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig, RouteSchema } from '@nestjs/platform-fastify';
import type { Endpoint, Method } from '@sunledger/shared-types';
import { AppError } from '../errors/app-error';
import type { Ctx } from '../ctx';
import { ctxOf, type ApiRequest } from './api-request';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { parseInput } from './parse-input';
import { responseSchema } from './response-schema';
import type { RouteFacts } from './route-facts';
import { UploadInterceptor } from './upload.interceptor';

/** Which endpoint a handler declares: asked at every request, so it is one look into a map. */
const declared = new WeakMap<object, Endpoint>();
const VERBS: Record<Method, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  DELETE: Delete,
};

/** The endpoint of a handler, or undefined for a method that declares none. */
export function endpointOf(handler: object): Endpoint | undefined {
  return declared.get(handler);
}

const declare =
  (endpoint: Endpoint): MethodDecorator =>
  (_controller, _name, { value }) => {
    if (typeof value === 'function') declared.set(value, endpoint);
  };

/**
 * Binds a controller method to its endpoint: method, path, status, permission and the schema of the
 * answer all come from there.
 *
 * ```ts
 * @Route(endpoints.task.get)
 * get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.get>) {
 *   return this.showTask.run(ctx, input.id);
 * }
 * ```
 */
export function Route(endpoint: Endpoint): MethodDecorator {
  const status = endpoint.status ?? 200;
  const publicRead = endpoint.method === 'GET' && endpoint.permission === 'public';
  const facts: RouteFacts = {
    publicRead,
    endpointPath: endpoint.path,
    multipart: endpoint.multipart ?? false,
    ownUnits: endpoint.ownUnits === true,
    permission: endpoint.permission,
    bodyLimit: endpoint.bodyLimit,
  };
  return applyDecorators(
    VERBS[endpoint.method](endpoint.path),
    HttpCode(status),
    declare(endpoint),
    RouteConfig(facts),
    ...(endpoint.produces ? [] : [RouteSchema({ response: { [status]: responseSchema(endpoint.output) } })]),
    ...(endpoint.method === 'GET'
      ? []
      : [UseInterceptors(UploadInterceptor, ...(endpoint.outward ? [] : [IdempotencyInterceptor]))]),
  );
}

const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** The ctx of the request: `@ContextParam() ctx: Ctx`. */
export const ContextParam = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => {
  return ctxOf(requestOf(context));
});

/** The parsed input of the endpoint: `@Input() input: InputOf<typeof endpoints.x.y>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  const endpoint = endpointOf(context.getHandler());
  if (!endpoint) throw new Error('@Input() on a method without @Route()');
  return parseInput(endpoint, requestOf(context));
});

/** The file of a multipart endpoint with `maxBytes`: `@SpooledParam() file: SpooledFile`. */
export const SpooledParam = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { spooled } = requestOf(context);
  if (!spooled) throw new AppError('UPLOAD_MISSING');
  return spooled;
});

/** The file of a multipart endpoint: `@UploadParam() upload: Upload`. */
export const UploadParam = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { upload } = requestOf(context);
  if (!upload) throw new AppError('DOCUMENT_MISSING');
  return upload;
});
