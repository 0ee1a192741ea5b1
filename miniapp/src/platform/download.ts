import type { CallOf, Endpoint } from '@sunledger/shared-types';
import { errorOfAnswer, localError } from './api-error';
import { requestOf, withSession } from './call';
import { openInWechat } from './open-file';
import { saveBlob } from './save-file';

/** A path below the API as a whole address, for people to copy into another program. */
export function absoluteAddress(path: string): string {
  const address = API_BASE + path;
  return address.startsWith('/') ? window.location.origin + address : address;
}

/** The address of an endpoint that gives a file, for people to copy. */
export const addressOf = <E extends Endpoint>(endpoint: E, input: CallOf<E>): string =>
  absoluteAddress(requestOf(endpoint, input as Record<string, unknown>).path);

/**
 * Fetches a file with the session of the person and hands it over: saved by the browser, opened by WeChat (from
 * where it can be forwarded). `name` is the file's name should the server give none.
 */
export async function download<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  name: string,
): Promise<void> {
  const url = addressOf(endpoint, input);
  await withSession(endpoint.permission, async (token) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    if (process.env.TARO_ENV === 'weapp') await openInWechat(url, name, headers);
    else await saveInBrowser(url, headers, name);
  });
}

async function saveInBrowser(url: string, headers: Record<string, string>, name: string): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(url, { headers });
  } catch (error) {
    console.warn('the file did not arrive', error);
    throw localError('NETWORK');
  }
  if (!answer.ok) throw errorOfAnswer(answer.status, await bodyOf(answer));
  saveBlob(nameIn(answer.headers.get('content-disposition')) ?? name, await answer.blob());
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    console.warn('the refusal is no JSON', error);
    return null;
  }
}

/** `attachment; filename*=UTF-8''…` */
export function nameIn(disposition: string | null): string | null {
  const [, coded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  return coded ? decodeURIComponent(coded) : null;
}
