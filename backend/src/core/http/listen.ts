import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Listens on IPv6 and IPv4 at once (华亭 五 asks for 互联网协议第6版); a machine without IPv6 gets IPv4.
 * Gives the port, which the system chose when 0 was asked for.
 */
export async function listenEverywhere(app: NestFastifyApplication, port: number): Promise<number> {
  try {
    await app.listen(port, '::');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && isWithoutIpv6(error.code))) throw error;
    await app.listen(port, '0.0.0.0');
  }
  const address = app.getHttpServer().address() as AddressInfo;
  return address.port;
}

const isWithoutIpv6 = (code: unknown): boolean => code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL';
