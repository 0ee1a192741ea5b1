import { errorText } from '@sunledger/shared-types';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What Fastify refuses before there is a route, such as an address with a broken percent escape. */
export function answerFrameworkError(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const code = 'MALFORMED_REQUEST';
  void reply
    .code(400)
    .header('X-Request-Id', request.id)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code, message: errorText(code), requestId: request.id }));
}
