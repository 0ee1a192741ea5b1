import { DocumentError } from './document-error';
import { documentType } from './document-type';
import type { DocumentType } from './document-type';
import { decodeText } from './decode-text';
import { docxToText } from './docx-text';
import { htmlToText } from './html-text';
import { pdfToText } from './pdf-text';
import { findSecrecyMark } from './secrecy-mark';

/** Larger files are refused unread: a plan is text, the longest seed has 25 KB of it. */
export const maxDocumentBytes = 20 * 1024 * 1024;

export interface DocumentText {
  type: DocumentType;
  text: string;
}

/**
 * A file → its text. Input: its name (for the extension) and its bytes. Throws DocumentError with a Chinese message; a paper
 * with a secrecy mark at its head is refused before anything is kept (product.md, principle 3).
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length === 0) throw new DocumentError('DOCUMENT_EMPTY', '文件是空的，请换一份有内容的文件。');
  if (bytes.length > maxDocumentBytes) throw new DocumentError('DOCUMENT_TOO_LARGE');
  const type = documentType(name, bytes);
  const text = (await textOf(type, bytes)).replace(/^\ufeff/, '');
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new DocumentError(type === 'pdf' ? 'DOCUMENT_NO_TEXT' : 'DOCUMENT_EMPTY');
  if (findSecrecyMark(text) !== null) throw new DocumentError('DOCUMENT_SECRET');
  return { type, text };
}

function textOf(type: DocumentType, bytes: Uint8Array): Promise<string> | string {
  if (type === 'pdf') return pdfToText(bytes);
  if (type === 'docx') return docxToText(bytes);
  const text = decodeText(bytes);
  return type === 'html' ? htmlToText(text) : text;
}
