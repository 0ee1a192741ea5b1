import type { FastifyInstance } from 'fastify';
import { toChinaIso, type Clock } from '../clock';

/** The business time of a demo on every answer, so that “今天” on the screen is the demo's and not the device's. */
export function useDemoNow(server: FastifyInstance, clock: Clock): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('x-sunledger-now', toChinaIso(clock.now()));
  });
}
