import Taro from '@tarojs/taro';
import { errorOfAnswer, localError } from './api-error';

/** The whole address of a file of the server, whose answers name it from the root. */
export const fileAddress = (url: string): string => API_BASE.replace(/\/api\/v1$/, '') + url;

/** Shows pictures large, beginning with one of them. */
export function showPictures(urls: readonly string[], current: string): void {
  // Taro's own viewer for H5 would bring a carousel of 45 KB
  if (process.env.TARO_ENV === 'weapp') {
    Taro.previewImage({ urls: urls.map(fileAddress), current: fileAddress(current) }).catch(
      (error: unknown) => console.warn('the picture was not shown', error),
    );
  } else {
    window.open(fileAddress(current), '_blank', 'noopener');
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
  let got: { statusCode: number; tempFilePath: string };
  try {
    got = await Taro.downloadFile({ url, header });
  } catch (error) {
    console.warn('the file did not arrive', error);
    throw localError('NETWORK');
  }
  if (got.statusCode >= 400) throw errorOfAnswer(got.statusCode, null);
  const fileType = opened.find((type) => name.endsWith(`.${type}`));
  await Taro.openDocument({ filePath: got.tempFilePath, ...(fileType ? { fileType } : {}), showMenu: true });
}
