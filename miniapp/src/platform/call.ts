import {
  accountEndpoints,
  type CallOf,
  type Endpoint,
  type OutputOf,
  type Permission,
  type Session,
} from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { ApiError } from './api-error';
import { exchange, type HttpRequest } from './http';
import { adoptStoredTokens, endSession, renewSession, useSession } from './session';

export interface CallOptions {
  /** For POST, PUT and DELETE; the same key on a repeat gives the same answer and one effect. */
  idempotencyKey?: string;
  timeoutMs?: number;
}

type Flat = Record<string, unknown>;

function queryText(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** Splits the one flat input of an endpoint into path, query and body. */
export function requestOf(endpoint: Pick<Endpoint, 'method' | 'path'>, input: Flat): HttpRequest {
  const rest: Flat = { ...input };
  let path: string = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name] ?? ''));
  });
  if (endpoint.method === 'POST' || endpoint.method === 'PUT')
    return { method: endpoint.method, path, body: rest };
  // no URLSearchParams on devices
  const query = Object.keys(rest).flatMap((key) => {
    const text = queryText(rest[key]);
    return text === null ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(text)}`];
  });
  if (query.length > 0) path += `?${query.join('&')}`;
  return { method: endpoint.method, path };
}

/** Random enough to be nobody else's; `crypto` is missing in WeChat's logic layer. */
export function newIdempotencyKey(): string {
  const part = (): string => Math.floor(Math.random() * 0x100000000).toString(36);
  return `${Date.now().toString(36)}-${part()}${part()}${part()}`;
}

let renewal: Promise<string | null> | null = null;

async function renew(usedToken: string): Promise<string | null> {
  // another window may have renewed already: a used refresh token would end the session for both
  const stored = adoptStoredTokens();
  if (stored && stored.accessToken !== usedToken && stored.endsAt > Date.now()) return stored.accessToken;
  const tokens = stored ?? useSession.getState().tokens;
  if (!tokens) return null;
  try {
    const body = { refreshToken: tokens.refreshToken };
    const session = (await exchange(requestOf(accountEndpoints.refresh, body))) as Session;
    renewSession(session);
    return session.accessToken;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const again = await signInAgain();
    if (again === null) endSession();
    return again;
  }
}

/** In WeChat a session that ended is begun anew without a tap; a demo sign-in is not. */
async function signInAgain(): Promise<string | null> {
  if (process.env.TARO_ENV !== 'weapp' || useSession.getState().tab) return null;
  try {
    const { code } = await Taro.login();
    const session = (await exchange(requestOf(accountEndpoints.signInWechat, { code }))) as Session;
    renewSession(session);
    return session.accessToken;
  } catch (error) {
    console.warn('WeChat did not sign in again', error);
    return null;
  }
}

/** A valid access token; however many calls need one at once, one renewal runs. */
function renewOnce(usedToken: string): Promise<string | null> {
  renewal ??= renew(usedToken).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function accessToken(): Promise<string | null> {
  const { tokens } = useSession.getState();
  if (!tokens) return null;
  return tokens.endsAt - 5000 > Date.now() ? tokens.accessToken : renewOnce(tokens.accessToken);
}

/** Sends with a valid token; renews the session once when the server no longer takes it. */
export async function withSession<T>(
  permission: Permission,
  send: (token: string | null) => Promise<T>,
): Promise<T> {
  const token = await accessToken();
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401 || !token) throw error;
    const renewed = await renewOnce(token);
    if (!renewed && permission !== 'public') throw error;
    return send(renewed);
  }
}

/**
 * Calls one endpoint of the API. Renews the session when it has run out and tries once more; throws an
 * ApiError otherwise. Components use `useCall`, `useKeyset` and `useSend` instead.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const request = requestOf(endpoint, input as Flat);
  request.timeoutMs = options.timeoutMs;
  const answer = await withSession(endpoint.permission, (token) =>
    exchange({
      ...request,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
      },
    }),
  );
  return answer as OutputOf<E>;
}
