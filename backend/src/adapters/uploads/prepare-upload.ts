import type { AttachmentKind } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { DocumentError, findSecrecyMark, firstPageText } from '../documents';
import { checkPackage } from './check-package';
import { cleanFileName } from './clean-file-name';
import { reencodeImage } from './reencode-image';
import { sniffUpload } from './sniff-upload';

/** An upload that has passed: what is stored of it. */
export interface PreparedUpload {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly thumbnail: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
}

const fallbackNames: Record<AttachmentKind, string> = {
  image: '照片',
  pdf: '文件',
  word: '文件',
  sheet: '表格',
};

/**
 * Makes an upload harmless or refuses it with a code: its type is what its content says, pictures are drawn
 * anew, Office files are unpacked on trial, papers with a secrecy mark are turned away (product.md,
 * principle 3), and the name is cleaned.
 */
export async function prepareUpload(fileName: string, bytes: Buffer): Promise<PreparedUpload> {
  const { kind, extension, contentType } = await sniffUpload(bytes);
  if (kind === 'image') {
    const image = await reencodeImage(bytes);
    return { ...image, kind, name: cleanFileName(fileName, 'jpg', '照片'), contentType: 'image/jpeg' };
  }
  const words = kind === 'pdf' ? await wordsOfPdf(bytes) : await checkPackage(bytes);
  if (findSecrecyMark(words) !== null) throw new AppError('ATTACHMENT_SECRET');
  const name = cleanFileName(fileName, extension, fallbackNames[kind]);
  return { name, kind, contentType, bytes, thumbnail: null, width: null, height: null };
}

async function wordsOfPdf(bytes: Buffer): Promise<string> {
  try {
    return await firstPageText(bytes);
  } catch (error) {
    throw error instanceof DocumentError ? new AppError('ATTACHMENT_UNREADABLE') : error;
  }
}
