import type { CallOf, Endpoint, OutputOf } from '@sunledger/shared-types';
import Taro from '@tarojs/taro';
import { ApiError, errorOfAnswer, localError } from './api-error';
import { newIdempotencyKey, withSession } from './call';

/** A file the person has chosen, on either platform. */
export interface PickedFile {
  name: string;
  size: number;
  source: { kind: 'browser'; file: File } | { kind: 'wechat'; path: string };
}

/**
 * Lets the person choose one file (`.docx` and so on); null when they change their mind. Must run inside a tap.
 * WeChat offers files from chats, which is where offices keep them.
 */
export async function pickFile(extensions: readonly string[]): Promise<PickedFile | null> {
  if (process.env.TARO_ENV !== 'weapp') return pickInBrowser(extensions);
  const extension = extensions.map((each) => each.replace('.', ''));
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension });
    const [file] = tempFiles;
    return file ? { name: file.name, size: file.size, source: { kind: 'wechat', path: file.path } } : null;
  } catch (error) {
    console.warn('no file was chosen', error);
    return null;
  }
}

function pickInBrowser(extensions: readonly string[]): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensions.join(',');
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? { name: file.name, size: file.size, source: { kind: 'browser', file } } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

const uploadTimeoutMs = 120_000;

/** Sends a file with the fields beside it to a multipart endpoint. */
export async function upload<E extends Endpoint>(
  endpoint: E,
  file: PickedFile,
  input: CallOf<E>,
): Promise<OutputOf<E>> {
  const idempotencyKey = newIdempotencyKey();
  const fields: Record<string, string> = {};
  Object.entries(input as Record<string, unknown>).forEach(([name, value]) => {
    if (value !== undefined && value !== null) fields[name] = String(value);
  });
  const answer = await withSession(endpoint.permission, async (token) => {
    const headers = {
      'idempotency-key': idempotencyKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const url = API_BASE + endpoint.path;
    const { source } = file;
    const { status, text } =
      source.kind === 'browser'
        ? await sendFromBrowser(url, source.file, fields, headers)
        : await sendFromWechat(url, source.path, fields, headers);
    const body = parse(text);
    if (status >= 400) throw errorOfAnswer(status, body);
    return body;
  });
  return answer as OutputOf<E>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.warn('the answer to an upload is no JSON', error);
    return null;
  }
}

type Sent = { status: number; text: string };
type Texts = Record<string, string>;

async function sendFromBrowser(url: string, file: File, fields: Texts, headers: Texts): Promise<Sent> {
  const form = new FormData();
  // fields first: the server reads the stream in order
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', file, file.name);
  try {
    const response = await fetch(url, { method: 'POST', body: form, headers });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    console.warn('the upload did not arrive', error);
    throw localError('NETWORK');
  }
}

async function sendFromWechat(url: string, path: string, fields: Texts, headers: Texts): Promise<Sent> {
  try {
    const sent = await Taro.uploadFile({
      url,
      filePath: path,
      name: 'file',
      formData: fields,
      header: headers,
      timeout: uploadTimeoutMs,
    });
    return { status: sent.statusCode, text: sent.data };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    console.warn('the upload did not arrive', error);
    throw localError('NETWORK');
  }
}
