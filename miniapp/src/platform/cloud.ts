import Taro from '@tarojs/taro';
import { localError, type LocalCode } from './api-error';
import type { Carried, Parcel } from './http';

/**
 * 微信云托管: with `SUNLEDGER_CLOUD_ENV` given to the build, calls travel by callContainer, which needs neither a
 * domain nor a certificate and tells the server who calls. The server then has no public address at all.
 */
export const inCloud = process.env.TARO_ENV === 'weapp' && CLOUD_ENV !== '';

/** callContainer ends every call after 15 s, whatever it is told. */
const LONGEST_MS = 15_000;
/** The path that the service answers under; the base of a plain build holds it already. */
const API_PATH = '/api/v1';
const service = { 'X-WX-SERVICE': CLOUD_SERVICE };

/** What callContainer says in `errCode`, or only in its message. */
const codes: Record<string, LocalCode> = {
  '102002': 'TIMEOUT',
  '-501002': 'TIMEOUT',
  '-606001': 'TOO_MUCH',
  '-606002': 'TOO_LARGE',
};

/** Before the first call; once. */
export function startCloud(): void {
  if (inCloud) Taro.cloud.init({ env: CLOUD_ENV });
}

export async function carryByCloud({ method, path, body, header, timeoutMs }: Parcel): Promise<Carried> {
  const answer = await container({
    path: API_PATH + path,
    method,
    data: body,
    header: { ...header, ...service },
    timeout: Math.min(timeoutMs, LONGEST_MS),
  });
  return { ...answer, data: parsed(answer.data) };
}

/**
 * A file of the server, brought onto this phone.
 * @param path below the server's root, with its signature if it has one
 * @returns where it lies; an ApiError when the server refuses or it is larger than callContainer carries (1 MB)
 */
export async function fetchByCloud(
  path: string,
  header: Record<string, string>,
  name: string,
): Promise<{ statusCode: number; tempFilePath: string }> {
  const answer = await container({
    path,
    method: 'GET',
    header: { ...header, ...service },
    responseType: 'arraybuffer',
    timeout: LONGEST_MS,
  });
  const tempFilePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name.replace(/[\\/:*?"<>|]/g, '_')}`;
  if (answer.statusCode < 400)
    Taro.getFileSystemManager().writeFileSync(tempFilePath, answer.data as ArrayBuffer);
  return { statusCode: answer.statusCode, tempFilePath };
}

/**
 * callContainer cannot send files: they go to the environment's own storage, and the server fetches them from
 * there by their id (https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/development/storage/).
 */
export function storeByCloud(filePath: string, name: string, onProgress: (percent: number) => void) {
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  const unique = `${Date.now().toString(36)}${Math.floor(Math.random() * 0x100000000).toString(36)}`;
  return new Promise<string>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath: `incoming/${unique}${extension}`,
      filePath,
      config: { env: CLOUD_ENV },
      success: ({ fileID }) => resolve(fileID),
      fail: (error) => reject(failureOf(error)),
    }) as unknown as { onProgressUpdate?: (listen: (now: { progress: number }) => void) => void } | undefined;
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress));
  });
}

/** Taro's types know neither `responseType` nor a body of text. */
interface Order {
  path: string;
  method: Parcel['method'];
  data?: string;
  header: Record<string, string>;
  timeout: number;
  responseType?: 'arraybuffer';
}

async function container(order: Order): Promise<Carried> {
  try {
    const given = { config: { env: CLOUD_ENV }, ...order } as unknown as Parameters<
      typeof Taro.cloud.callContainer
    >[0];
    return (await Taro.cloud.callContainer(given)) as unknown as Carried;
  } catch (error) {
    throw failureOf(error);
  }
}

/** The same words for the same mishap as on the plain way; what is not known here is left to that one. */
function failureOf(error: unknown): unknown {
  const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: unknown };
  const said = String(errCode ?? /errCode:\s*(-?\d+)/.exec(String(errMsg))?.[1] ?? '');
  const code = codes[said];
  return code ? localError(code) : error;
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string' || data === '') return data;
  try {
    return JSON.parse(data);
  } catch (error) {
    console.warn('the answer is no JSON', error);
    return data;
  }
}
