import { unzipSync, zipSync } from 'fflate';
import { DocumentError } from './document-error';

/** Bounds before anything is inflated: a Word file of a few pages has some dozen parts and a few megabytes. */
export const zipLimits = {
  entries: 2_000,
  bytes: 200 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
};

export interface ZipEntry {
  name: string;
  packed: number;
  size: number;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Where its local header begins. */
  offset: number;
}

/** The directory at the end of a zip file; throws DOCUMENT_UNREADABLE when there is none. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const stop = Math.max(0, bytes.length - 22 - 0xffff);
  while (end >= stop && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < stop || end < 0) throw new DocumentError('DOCUMENT_UNREADABLE');
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  while (offset + 46 <= bytes.length && view.getUint32(offset, true) === 0x02014b50) {
    const nameLength = view.getUint16(offset + 28, true);
    const skip = nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    entries.push({
      name: Buffer.from(bytes.subarray(offset + 46, offset + 46 + nameLength)).toString('utf8'),
      packed: view.getUint32(offset + 20, true),
      size: view.getUint32(offset + 24, true),
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      offset: view.getUint32(offset + 42, true),
    });
    if (entries.length > zipLimits.entries) throw new DocumentError('DOCUMENT_BOMB');
    offset += 46 + skip;
  }
  if (entries.length === 0 || entries.length < count) throw new DocumentError('DOCUMENT_UNREADABLE');
  return entries;
}

/** Refuses a zip whose directory promises more than a document can hold. */
export function checkZip(entries: readonly ZipEntry[]): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > zipLimits.bytes || (size > zipLimits.ratioFrom && size > packed * zipLimits.ratio))
    throw new DocumentError('DOCUMENT_BOMB');
  if (entries.some((entry) => entry.encrypted))
    throw new DocumentError('DOCUMENT_UNREADABLE', '文件有密码，请去掉密码后再试。');
}

/**
 * A Word file again with its text parts only, each inflated into a buffer of the promised size: a directory that lies cannot
 * make more of it, and pictures never reach the reader.
 */
export function textPartsOf(bytes: Uint8Array): Uint8Array {
  const entries = zipDirectory(bytes);
  checkZip(entries);
  if (!entries.some((entry) => entry.name === 'word/document.xml')) {
    throw new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', '这不是 Word 文档（.docx），请确认文件类型后再试。');
  }
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => /\.(?:xml|rels)$/.test(file.name) && file.originalSize < 64 * 1024 * 1024,
    });
    return zipSync(parts, { level: 0 });
  } catch (error) {
    throw new DocumentError(
      'DOCUMENT_UNREADABLE',
      error instanceof DocumentError ? error.message : undefined,
    );
  }
}
