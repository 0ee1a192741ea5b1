import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../core/errors/app-error';
import { DocumentError } from '../documents';
import { checkZip, zipDirectory, type ZipEntry } from '../documents/zip-guard';

/** As much of a part as is looked at for a secrecy mark. */
const HEAD_BYTES = 256 * 1024;
const LOCAL_HEADER = 0x04034b50;

/**
 * An Office file is a zip: its directory must promise a bearable size, and every part is unpacked (and
 * thrown away) to see that it keeps the promise. Macros are refused. Gives the beginning of the parts that
 * hold words.
 */
export async function checkPackage(bytes: Buffer): Promise<string> {
  let words = '';
  for (const entry of directoryOf(bytes)) {
    if (/(?:^|\/)vba(?:project|data)/i.test(entry.name)) throw new AppError('ATTACHMENT_MACRO');
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(entry.name))
      throw new AppError('ATTACHMENT_UNREADABLE');
    const head = await unpacked(bytes, entry);
    if (/^(?:word\/document|xl\/sharedStrings)\.xml$/.test(entry.name))
      words += linesOf(head.toString('utf8'));
  }
  return words;
}

function directoryOf(bytes: Buffer): ZipEntry[] {
  try {
    const entries = zipDirectory(bytes);
    checkZip(entries);
    return entries;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new AppError(error.code === 'DOCUMENT_BOMB' ? 'ATTACHMENT_BOMB' : 'ATTACHMENT_UNREADABLE');
  }
}

/** Unpacks one part in chunks, counting; gives its first bytes. */
async function unpacked(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  const packed = contentOf(bytes, entry);
  if (entry.method === 0) return packed.subarray(0, HEAD_BYTES);
  if (entry.method !== 8) throw new AppError('ATTACHMENT_UNREADABLE');
  const inflate = createInflateRaw();
  const head: Buffer[] = [];
  let size = 0;
  inflate.end(packed);
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      if (size < HEAD_BYTES) head.push(chunk);
      size += chunk.length;
      if (size > entry.size) throw new AppError('ATTACHMENT_BOMB');
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('ATTACHMENT_UNREADABLE');
  }
  return Buffer.concat(head);
}

function contentOf(bytes: Buffer, { offset, packed }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER)
    throw new AppError('ATTACHMENT_UNREADABLE');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new AppError('ATTACHMENT_UNREADABLE');
  return bytes.subarray(start, start + packed);
}

/** The words of a part, one paragraph or cell a line. */
const linesOf = (xml: string): string => xml.replace(/<\/(?:w:p|si)>/g, '\n').replace(/<[^>]*>/g, '');
