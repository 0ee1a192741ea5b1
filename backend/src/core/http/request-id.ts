import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The gateway's request id when it looks like one, else an own. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
