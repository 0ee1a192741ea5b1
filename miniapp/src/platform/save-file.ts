import Taro from '@tarojs/taro';

/**
 * Gives the person a text file: a download in browsers; WeChat has none, so there the file is handed to a chat
 * of theirs (文件传输助手). False when that was called off.
 */
export async function saveText(name: string, text: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'weapp') return handToChat(name, text);
  saveBlob(name, new Blob([text], { type: 'application/json;charset=utf-8' }));
  return true;
}

async function handToChat(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch (error) {
    console.warn('the file was not handed on', error);
    return false;
  }
}

/** Lets the browser save what is there already. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // after the browser has taken it
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
