import { DocumentError } from './document-error';
import { looksLikeUtf16 } from './document-type';

/** Bytes of a text file → text: UTF-8 or UTF-16 with or without mark, else GB18030 (the code of older office machines). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = bytes.subarray(0, 4096).includes(0) ? looksLikeUtf16(bytes) : null;
  if (wide !== null) return decode(bytes, wide === 'le' ? 'utf-16le' : 'utf-16be');
  return tryDecode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text === null)
    throw new DocumentError('DOCUMENT_UNREADABLE', '认不出文件的文字编码，请另存为 UTF-8 文本后再试。');
  return text;
}
