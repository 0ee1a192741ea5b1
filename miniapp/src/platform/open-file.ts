import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ApiError, errorOfAnswer, localError } from './api-error';
import { fetchByCloud, inCloud } from './cloud';

/** Where the server begins; its answers name files from the root. */
const origin = API_BASE.replace(/\/api\/v1$/, '');

/** The whole address of a file of the server, whose answers name it from the root. */
const fileAddress = (url: string): string => origin + url;

/** What an <Image> can show of a file of the server; '' while it is on its way or cannot be had. */
export function useFileAddress(url: string | null): string {
  const [fetched, setFetched] = useState('');
  useEffect(() => {
    if (!inCloud || !url) return undefined;
    let gone = false;
    fetchFile(fileAddress(url), pictureName(url)).then(
      (path) => {
        if (!gone) setFetched(path);
      },
      (error: unknown) => console.warn('the picture was not fetched', error),
    );
    return () => {
      gone = true;
    };
  }, [url]);
  if (!url) return '';
  return inCloud ? fetched : fileAddress(url);
}

/** `/api/v1/attachments/7/content?variant=small&…` → `picture-7-small` */
function pictureName(url: string): string {
  const id = /\/(\d+)\/content/.exec(url)?.[1] ?? '0';
  return `picture-${id}-${/variant=(\w+)/.exec(url)?.[1] ?? 'full'}`;
}

/** Shows pictures large, beginning with one of them. */
export function showPictures(urls: readonly string[], current: string): void {
  // Taro's own viewer for H5 would bring a carousel of 45 KB
  if (process.env.TARO_ENV === 'weapp') {
    preview(urls, current).catch((error: unknown) => console.warn('the picture was not shown', error));
  } else {
    window.open(fileAddress(current), '_blank', 'noopener');
  }
}

async function preview(urls: readonly string[], current: string): Promise<void> {
  if (inCloud) {
    const place = await fetchFile(fileAddress(current), pictureName(current));
    await Taro.previewImage({ urls: [place], current: place });
  } else {
    await Taro.previewImage({ urls: urls.map(fileAddress), current: fileAddress(current) });
  }
}

/** Opens a document: a download on H5, WeChat's reader there; resolves to whether it worked. */
export async function openDocument(url: string, name: string): Promise<boolean> {
  const address = fileAddress(url);
  if (process.env.TARO_ENV !== 'weapp') {
    window.open(address, '_blank', 'noopener');
    return true;
  }
  try {
    await openInWechat(address, name);
    return true;
  } catch (error) {
    console.warn('the document was not opened', error);
    return false;
  }
}

/** What WeChat opens by itself; the rest it can only keep. */
const opened = ['docx', 'xlsx', 'pdf'] as const;

/** Fetches a document and shows it in WeChat's reader, from where it can be forwarded; throws an ApiError. */
export async function openInWechat(
  url: string,
  name: string,
  header: Record<string, string> = {},
): Promise<void> {
  const filePath = await fetchFile(url, name, header);
  const fileType = opened.find((type) => name.endsWith(`.${type}`));
  await Taro.openDocument({ filePath, ...(fileType ? { fileType } : {}), showMenu: true });
}

/** A file of the server, brought onto this phone; an ApiError where it cannot be had. */
async function fetchFile(url: string, name: string, header: Record<string, string> = {}): Promise<string> {
  let got: { statusCode: number; tempFilePath: string };
  try {
    got = inCloud
      ? await fetchByCloud(url.replace(origin, ''), header, name)
      : await Taro.downloadFile({ url, header });
  } catch (error) {
    console.warn('the file did not arrive', error);
    throw error instanceof ApiError ? error : localError('NETWORK');
  }
  if (got.statusCode >= 400) throw errorOfAnswer(got.statusCode, null);
  return got.tempFilePath;
}
