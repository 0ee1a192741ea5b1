import { isUtf8 } from 'node:buffer';
import { DocumentError } from './document-error';

const byteOrders = ['utf-16le', 'utf-16be'] as const;

/** Bytes of a text file → text: UTF-8 or UTF-16 with or without mark, else GB18030 (the code of older office machines). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = byteOrderOf(bytes);
  return wide === null
    ? isUtf8(bytes)
      ? new TextDecoder().decode(bytes)
      : decode(bytes, 'gb18030')
    : decode(bytes, wide);
}

/**
 * UTF-16 without a mark, or null: a zero byte stands in no text of another code, and read in the right order nearly all
 * letters are Chinese or Latin ones.
 */
export function byteOrderOf(bytes: Uint8Array): (typeof byteOrders)[number] | null {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, 4096));
  if (!sample.includes(0)) return null;
  const usual = /[\t\n\r\u0020-\u007e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;
  const shares = byteOrders.map((order) => {
    const text = tryDecode(sample, order) ?? '';
    return text.length === 0 ? 0 : (text.match(usual)?.length ?? 0) / text.length;
  });
  const best = shares[0] >= shares[1] ? 0 : 1;
  return shares[best] > 0.9 ? byteOrders[best] : null;
}

/** The text, or null when more than a stray letter of it cannot be read. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const unread = text.match(/\ufffd/g)?.length ?? 0;
  return unread > text.length / 500 ? null : text;
}

function decode(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text === null)
    throw new DocumentError('DOCUMENT_UNREADABLE', '认不出文件的文字编码，请另存为 UTF-8 文本后再试。');
  return text;
}
