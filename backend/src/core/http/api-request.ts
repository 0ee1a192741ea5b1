import type { FastifyRequest } from 'fastify';
import type { Ctx } from '../ctx';

/** The file of a multipart request, read whole (its size is limited before). */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The file of a multipart request that went to disk as it arrived; it is gone when the request is over. */
export interface SpooledFile {
  readonly fileName: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A request on its way through the guard, the idempotency interceptor and the controller. */
export type ApiRequest = FastifyRequest & {
  /** Set by the guard; swapped for one with a transaction by the idempotency interceptor. */
  ctx?: Ctx;
  upload?: Upload;
  spooled?: SpooledFile;
};

export function ctxOf(request: ApiRequest): Ctx {
  if (!request.ctx) throw new Error('no context: the guard did not run');
  return request.ctx;
}
