import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { systemNow } from '../clock';

/** How far the clock of the caller may be off. A tick that is heard twice changes nothing. */
const TOLERANCE_MS = 5 * 60_000;
const SIGNED = /^t=(\d{10}),v1=([0-9a-f]{64})$/;

/** `t=<seconds>,v1=<HMAC-SHA256 of "tick <seconds>", hex>`; what `backend/deploy/tick.mjs` sends. */
export function tickSignature(key: Buffer, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', key).update(`tick ${seconds}`).digest('hex')}`;
}

function isSigned(key: Buffer, header: unknown): boolean {
  const [, seconds = '', given = ''] = SIGNED.exec(typeof header === 'string' ? header : '') ?? [];
  if (given === '' || Math.abs(systemNow() - Number(seconds) * 1000) > TOLERANCE_MS) return false;
  const expected = tickSignature(key, Number(seconds)).slice(-64);
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

/**
 * `POST /tick`: one round of the background work. On 微信云托管 nothing is promised to run outside a request, so
 * the platform's timer knocks here every minute. Without TICK_SECRET the door is not there.
 */
export function useTick(server: FastifyInstance, key: Buffer | null, sweep: () => Promise<void>): void {
  if (key === null) return;
  let running: Promise<void> | null = null;
  server.post('/tick', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    if (!isSigned(key, request.headers['x-sunledger-tick'])) {
      return reply.code(401).send({ status: 'unsigned' });
    }
    // Two knocks at once are one round.
    running ??= sweep().finally(() => {
      running = null;
    });
    await running;
    return { status: 'done' };
  });
}
