import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes, errorText, type ErrorCode, type ErrorParams } from '@sunledger/shared-types';
import { isRetryable, isUnreachable } from '../db/database-errors';
import { AppError, type ErrorDetail } from '../errors/app-error';
import { traceOf } from '../errors/trace';

/** What Fastify and Nest throw by themselves, by HTTP status. */
const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'MALFORMED_REQUEST',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  414: 'MALFORMED_REQUEST',
  415: 'UNSUPPORTED_MEDIA',
  431: 'MALFORMED_REQUEST',
};

interface Refusal {
  code: ErrorCode;
  params?: ErrorParams;
  details?: readonly ErrorDetail[] | undefined;
}

/** Turns whatever was thrown into `{ code, message, details?, requestId }`; nothing internal leaks. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('error');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { code, params, details } = this.refusalOf(error, request.id);
    const { status } = errorCodes[code];
    if (code === 'RATE_LIMITED' && params) void reply.header('Retry-After', String(params.seconds));
    void reply
      .status(status)
      .header('Cache-Control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(
        JSON.stringify({
          code,
          message: errorText(code, params),
          ...(details ? { details } : {}),
          requestId: request.id,
        }),
      );
  }

  private refusalOf(error: unknown, requestId: string): Refusal {
    if (error instanceof AppError) return error;
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const known = BY_STATUS[status];
    if (known) return { code: known };
    if (status < 500) return { code: 'MALFORMED_REQUEST' };
    const unavailable = isUnreachable(error) || isRetryable(error);
    this.logger.error({ requestId, ...traceOf(error) });
    return { code: unavailable ? 'UNAVAILABLE' : 'INTERNAL' };
  }
}
