import Taro from '@tarojs/taro';

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
  if (process.env.TARO_ENV === 'weapp') return openInWechat(address, name);
  window.open(address, '_blank', 'noopener');
  return true;
}

async function openInWechat(address: string, name: string): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: address });
    if (statusCode !== 200) return false;
    const fileType = name.split('.').pop() as 'pdf' | 'docx' | 'xlsx';
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
    return true;
  } catch (error) {
    console.warn('the document was not opened', error);
    return false;
  }
}
