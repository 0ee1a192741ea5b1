import { WechatError } from './wechat-error';
import type { WechatApi } from './wechat-apis';

export interface WechatRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** How a call reaches WeChat and proves who we are: the one thing that differs between the two ways of hosting. */
export interface WechatTransport {
  send(api: WechatApi, request: WechatRequest): Promise<RawAnswer>;
  /** WeChat did not accept the token; true when the next try will carry another one. */
  renewToken(): Promise<boolean>;
}

/** Connections that never came about: WeChat has certainly done nothing. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One HTTP exchange; every way of not getting an answer becomes a WechatError that names no address. */
export async function exchange(
  api: WechatApi,
  url: string,
  body: WechatRequest['body'],
  timeoutMs: number,
): Promise<RawAnswer> {
  try {
    const response = await fetch(url, {
      method: api.method,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(api.method === 'POST'
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }
        : {}),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', bytes };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError' || name === 'AbortError')
      throw new WechatError(api.name, 'down', 'TIMEOUT', null, false);
    throw new WechatError(api.name, 'down', 'UNREACHABLE', null, NOT_SENT.has(causeOf(error)));
  }
}

function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

export function addressOf(base: string, path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}
