import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../ctx';

/** The file of a multipart request, read whole (its size is limited before). */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A request on its way through the guard, the idempotency interceptor and the controller. */
export type ApiRequest = FastifyRequest & {
  /** Set by the guard; swapped for one with a transaction by the idempotency interceptor. */
  ctx?: Ctx;
  upload?: Upload;
};

export function ctxOf(request: ApiRequest): Ctx {
  if (!request.ctx) throw new Error('no context: the guard did not run');
  return request.ctx;
}
