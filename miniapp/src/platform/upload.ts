import type { CallOf, Endpoint, OutputOf } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { ApiError, errorOfAnswer, localError } from './api-error';
import { newIdempotencyKey, requestOf, withSession } from './call';
import { inCloud, storeByCloud } from './cloud';
import type { PickedFile } from './file';
import { exchange } from './http';
import { isOnline } from './network';

const uploadTimeoutMs = 120_000;

type Sent = { status: number; text: string };
type Texts = Record<string, string>;

interface Parcel {
  url: string;
  fields: Texts;
  headers: Texts;
  /** Percent that has gone out. */
  onProgress: (percent: number) => void;
}

/** Sends a file with the fields beside it to a multipart endpoint. */
export async function upload<E extends Endpoint>(
  endpoint: E,
  file: PickedFile,
  input: CallOf<E>,
  onProgress: (percent: number) => void = () => undefined,
): Promise<OutputOf<E>> {
  const idempotencyKey = newIdempotencyKey();
  const { path, body } = requestOf(endpoint, input as Record<string, unknown>);
  const fields: Texts = {};
  Object.entries(body ?? {}).forEach(([name, value]) => {
    if (value !== undefined && value !== null) fields[name] = String(value);
  });
  const { source } = file;
  // sent once, however often the session has to be renewed
  const stored = inCloud && source.kind === 'wechat' ? await stow(source.path, file.name, onProgress) : null;
  const answer = await withSession(endpoint.permission, async (token) => {
    const headers = {
      'idempotency-key': idempotencyKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    if (stored !== null) {
      const told = { ...fields, cloudFile: stored, cloudFileName: file.name };
      return exchange({ method: 'POST', path, body: told, headers });
    }
    const parcel = { url: API_BASE + path, fields, headers, onProgress };
    const { status, text } =
      source.kind === 'browser'
        ? await sendFromBrowser(source.file, parcel)
        : await sendFromWechat(source.path, parcel);
    const parsed = parse(text);
    if (status >= 400) throw errorOfAnswer(status, parsed);
    return parsed;
  });
  return answer as OutputOf<E>;
}

async function stow(path: string, name: string, onProgress: (percent: number) => void): Promise<string> {
  try {
    return await storeByCloud(path, name, onProgress);
  } catch (error) {
    console.warn('the file did not reach the storage', error);
    throw error instanceof ApiError ? error : localError(isOnline() ? 'NETWORK' : 'OFFLINE');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.warn('the answer to an upload is no JSON', error);
    return null;
  }
}

/** fetch tells nothing of how much has gone out; XMLHttpRequest does. */
function sendFromBrowser(file: File, { url, fields, headers, onProgress }: Parcel): Promise<Sent> {
  const form = new FormData();
  // fields first: the server reads the stream in order
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.timeout = uploadTimeoutMs;
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(localError(isOnline() ? 'NETWORK' : 'OFFLINE'));
    request.ontimeout = () => reject(localError('TIMEOUT'));
    request.send(form);
  });
}

async function sendFromWechat(path: string, { url, fields, headers, onProgress }: Parcel): Promise<Sent> {
  try {
    const task = Taro.uploadFile({
      url,
      filePath: path,
      name: 'file',
      formData: fields,
      header: headers,
      timeout: uploadTimeoutMs,
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
    const sent = await task;
    return { status: sent.statusCode, text: sent.data };
  } catch (error) {
    console.warn('the upload did not arrive', error);
    throw localError(isOnline() ? 'NETWORK' : 'OFFLINE');
  }
}
