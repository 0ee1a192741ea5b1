import Taro from '@tarojs/taro';
import { noteRefusal } from './wechat';

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
  return (await pickFiles(extensions, 1))[0] ?? null;
}

/** The same for several files at once; none when they change their mind. */
export async function pickFiles(extensions: readonly string[], most: number): Promise<PickedFile[]> {
  if (process.env.TARO_ENV === 'weapp') return pickInChats(extensions, most);
  return pickInBrowser(extensions.join(','), most);
}

async function pickInChats(extensions: readonly string[], most: number): Promise<PickedFile[]> {
  const extension = extensions.map((each) => each.replace('.', ''));
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension });
    return tempFiles.map(({ name, size, path }) => ({ name, size, source: { kind: 'wechat', path } }));
  } catch (error) {
    console.warn('no file was chosen', error);
    noteRefusal(error);
    return [];
  }
}

/** Lets the person take or choose photos; WeChat hands over compressed ones, which is less to send. */
export async function pickPhotos(most: number): Promise<PickedFile[]> {
  // iPhones turn HEIC into JPEG for an input that asks for JPEG
  if (process.env.TARO_ENV === 'weapp') return pickInAlbum(most);
  return pickInBrowser('image/jpeg,image/png,image/webp', most);
}

async function pickInAlbum(most: number): Promise<PickedFile[]> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count: most, sizeType: ['compressed'] });
    return tempFiles.map(({ path, size }, at) => ({
      name: `照片${at + 1}.jpg`,
      size,
      source: { kind: 'wechat', path },
    }));
  } catch (error) {
    console.warn('no photo was chosen', error);
    noteRefusal(error);
    return [];
  }
}

function pickInBrowser(accept: string, most: number): Promise<PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = most > 1;
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, most);
      resolve(files.map((file) => ({ name: file.name, size: file.size, source: { kind: 'browser', file } })));
    });
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
