import {
  pathParameters,
  type CallOf,
  type Endpoint,
  type ErrorCode,
  type OutputOf,
} from '@sunledger/shared-types';

/** Somebody signed in. */
export interface Person {
  readonly accessToken: string;
}

export interface CallOptions {
  readonly as?: Person | null;
  readonly idempotencyKey?: string;
  readonly etag?: string;
  readonly headers?: Record<string, string>;
  /** The file of a multipart endpoint. */
  readonly file?: { name: string; bytes: Uint8Array; type?: string };
}

export interface ApiError {
  code: ErrorCode;
  message: string;
  details?: { field: string; message: string }[];
  requestId: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** The answer of the contract when the status is 2xx. */
  readonly body: T;
  /** The refusal when it is not. */
  readonly error: ApiError;
}

/** Calls the API as the mini-program does: through the endpoint objects of the contract. */
export class ApiClient {
  constructor(readonly url: string) {}

  async call<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options: CallOptions = {},
  ): Promise<Answer<OutputOf<E>>> {
    return answerOf(await this.response(endpoint, input, options));
  }

  /** What came over the wire, for answers that are files. */
  response<E extends Endpoint>(endpoint: E, input: CallOf<E>, options: CallOptions = {}): Promise<Response> {
    const { path, rest } = split(endpoint, input as Record<string, unknown>);
    const inBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
    const query = inBody ? '' : queryOf(rest);
    return fetch(`${this.url}/api/v1${path}${query}`, {
      method: endpoint.method,
      headers: headersOf(options, inBody && !options.file),
      ...(inBody ? { body: options.file ? formOf(rest, options.file) : JSON.stringify(rest) } : {}),
    });
  }

  /** `call` for a step that must succeed: gives the body, or fails with what the server said. */
  async ok<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options: CallOptions = {},
  ): Promise<OutputOf<E>> {
    const answer = await this.call(endpoint, input, options);
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(
        `${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.error)}`,
      );
    }
    return answer.body;
  }

  /** Anything outside the contract, for malformed requests and plain routes. */
  raw(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, init);
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const json = text === '' ? null : (JSON.parse(text) as unknown);
  return { status: response.status, headers: response.headers, body: json as T, error: json as ApiError };
}

function split(
  endpoint: Endpoint,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const names = pathParameters(endpoint.path);
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  return { path, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name))) };
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query.toString()}` : '';
}

function headersOf(options: CallOptions, json: boolean): Record<string, string> {
  return {
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...(options.as ? { authorization: `Bearer ${options.as.accessToken}` } : {}),
    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
    ...(options.etag ? { 'if-none-match': options.etag } : {}),
    ...options.headers,
  };
}

function formOf(fields: Record<string, unknown>, file: NonNullable<CallOptions['file']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  const bytes = new Uint8Array(file.bytes);
  form.set('file', new Blob([bytes], { type: file.type ?? 'application/octet-stream' }), file.name);
  return form;
}
