import type { Me } from '@sunledger/shared-types';
import type { WeappAnswer, WeappRequest } from './weapp-world';

type Handler = (
  request: WeappRequest & { body: Record<string, unknown> },
) => WeappAnswer | Promise<WeappAnswer>;

/** An API for the mini-program in its bare world: what is not named here answers 404, as a stranger's page does. */
export function api(handlers: Record<string, Handler>): (request: WeappRequest) => Promise<WeappAnswer> {
  return async (request) => {
    const path = request.url.replace(/^.*\/api\/v1/, '').split('?')[0] ?? '';
    const handler = handlers[`${request.method} ${path}`];
    if (!handler) return refusal(404, 'NOT_FOUND', '没有找到。');
    const body =
      typeof request.data === 'string' ? (JSON.parse(request.data) as Record<string, unknown>) : {};
    return handler({ ...request, body });
  };
}

export const refusal = (statusCode: number, code: string, message: string): WeappAnswer => ({
  statusCode,
  data: { code, message, requestId: 'test' },
});

export const ok = (data: unknown, statusCode = 200): WeappAnswer => ({ statusCode, data });

export const citizen: Me = { id: 7, name: '王小梅', phoneVerified: false, memberships: [] };

/** What the device has kept of a session, as the app itself writes it. */
export function kept(me: Me = citizen, endsIn = 900_000): Record<string, string> {
  const tokens = { accessToken: 'old', refreshToken: 'refresh', endsAt: Date.now() + endsIn };
  return {
    'sunledger.session': JSON.stringify({ tokens, me, hat: 'citizen' }),
    'sunledger.region': JSON.stringify('yunxi'),
  };
}
