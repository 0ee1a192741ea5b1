const TIMEOUT_MS = 5000;

export type Posted =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  /** `sent` false: no connection came about, so nothing has happened over there. */
  | { readonly kind: 'silence'; readonly sent: boolean };

const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One POST to a gateway or robot; never throws for what the network does. */
export async function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { kind: 'answer', status: response.status, text: await response.text() };
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : null;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
    return { kind: 'silence', sent: !NOT_SENT.has(code) };
  }
}
