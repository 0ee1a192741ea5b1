import Taro from '@tarojs/taro';
import { ApiError, errorOfAnswer, localError } from './api-error';
import { noteServerTime } from './clock';
import { carryByCloud, inCloud } from './cloud';
import { isOnline, noteOnline } from './network';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface HttpRequest {
  method: HttpMethod;
  /** Path below the API's base, with its parameters and query filled in. */
  path: string;
  body?: Record<string, unknown>;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

/** A request as it leaves. */
export interface Parcel {
  method: HttpMethod;
  path: string;
  body: string | undefined;
  header: Record<string, string>;
  timeoutMs: number;
}

/** An answer as it arrives, whatever its status. */
export interface Carried {
  statusCode: number;
  data: unknown;
  header?: unknown;
}

/** The business clock of the server, so that “今天” is the server's today (demo clocks included). */
const nowHeader = 'x-sunledger-now';

function headerOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const key = Object.keys(headers ?? {}).find((known) => known.toLowerCase() === name);
  const value = key && headers ? headers[key] : null;
  return typeof value === 'string' ? value : null;
}

function failureOf(error: unknown): Error {
  const text = String(
    (error as { errMsg?: unknown } | null)?.errMsg ?? (error instanceof Error ? error.message : error),
  );
  if (/timeout|aborted/i.test(text)) return localError('TIMEOUT');
  return localError(isOnline() ? 'NETWORK' : 'OFFLINE');
}

async function carryByRequest({ method, path, body, header, timeoutMs }: Parcel): Promise<Carried> {
  return Taro.request<TaroGeneral.IAnyObject | string>({
    url: API_BASE + path,
    method,
    data: body,
    header,
    dataType: 'json',
    timeout: timeoutMs,
  });
}

/** One exchange with the server: the parsed body, or an ApiError. Never retries and knows no session. */
export async function exchange(request: HttpRequest): Promise<unknown> {
  const parcel: Parcel = {
    method: request.method,
    path: request.path,
    body: request.body ? JSON.stringify(request.body) : undefined,
    header: {
      accept: 'application/json',
      ...(request.body ? { 'content-type': 'application/json' } : {}),
      ...request.headers,
    },
    timeoutMs: request.timeoutMs ?? 15000,
  };
  let answer: Carried;
  try {
    answer = await (inCloud ? carryByCloud(parcel) : carryByRequest(parcel));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    // Taro's H5 request rejects for a status it dislikes on some versions; that is still an answer
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400)
      throw errorOfAnswer(status, (error as { data?: unknown }).data);
    throw failureOf(error);
  }
  noteOnline();
  const now = headerOf(answer.header as Record<string, unknown> | undefined, nowHeader);
  if (now) noteServerTime(now);
  if (answer.statusCode >= 400) throw errorOfAnswer(answer.statusCode, answer.data);
  // a proxy that answers a login page with 200 is no answer of ours
  if (typeof answer.data === 'string' && answer.data !== '') throw errorOfAnswer(502, null);
  return answer.data;
}
