import { byteOrderOf } from './decode-text';
import { DocumentError } from './document-error';

export type DocumentType = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

const byExtension: Record<string, DocumentType> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

/** What to do with the usual files that we do not read. */
const advice: Record<string, string> = {
  doc: '旧版 Word（.doc）不能直接导入，请用 Word 或 WPS 另存为 .docx 后再试。',
  wps: 'WPS 文字（.wps）不能直接导入，请另存为 .docx 后再试。',
  rtf: 'RTF 文件不能直接导入，请另存为 .docx 后再试。',
  xls: '表格文件不能直接导入，请把内容放进 Word 文档（.docx）后再试。',
  xlsx: '表格文件不能直接导入，请把内容放进 Word 文档（.docx）后再试。',
  ofd: 'OFD 版式文件不能直接导入，请先导出为文字版 PDF 后再试。',
  zip: '压缩包不能直接导入，请解压后选择其中的文件。',
};

type Sniffed = DocumentType | 'zip' | 'ole' | 'rtf' | 'picture' | 'binary';

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** What the bytes are, whatever the name says. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8') ||
    head.startsWith('BM') ||
    head.startsWith('II*')
  )
    return 'picture';
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (!utf16 && bytes.subarray(0, 4096).includes(0) && byteOrderOf(bytes) === null) return 'binary';
  return /^\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<body)/i.test(head) ? 'html' : 'text';
}

/**
 * The type of a file by its content and its extension together. Throws DOCUMENT_TYPE_UNSUPPORTED for what we do not read and
 * DOCUMENT_TYPE_MISMATCH when the two contradict each other.
 */
export function documentType(name: string, bytes: Uint8Array): DocumentType {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const expected = byExtension[extension];
  const found = sniff(bytes);
  if (expected === undefined && extension !== '')
    throw new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', advice[extension]);
  if (found === 'picture')
    throw new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', '图片不能导入，请上传可以选中文字的文件。');
  if (found === 'pdf' || found === 'zip') {
    const actual = found === 'pdf' ? 'pdf' : 'docx';
    if (expected !== undefined && expected !== actual)
      throw new DocumentError(
        'DOCUMENT_TYPE_MISMATCH',
        mismatch(extension, found === 'pdf' ? 'PDF' : 'Word 文档或压缩包'),
      );
    return actual;
  }
  if (found === 'ole')
    throw expected === 'docx'
      ? new DocumentError('DOCUMENT_TYPE_MISMATCH', mismatch(extension, '旧版 Word（.doc）'))
      : new DocumentError('DOCUMENT_TYPE_UNSUPPORTED', advice.doc);
  if (found === 'rtf')
    throw new DocumentError(
      expected === 'docx' ? 'DOCUMENT_TYPE_MISMATCH' : 'DOCUMENT_TYPE_UNSUPPORTED',
      advice.rtf,
    );
  if (expected === 'pdf' || expected === 'docx')
    throw new DocumentError(found === 'binary' ? 'DOCUMENT_UNREADABLE' : 'DOCUMENT_TYPE_MISMATCH');
  if (found === 'binary') throw new DocumentError('DOCUMENT_UNREADABLE');
  return expected ?? (found === 'html' ? 'html' : 'text');
}

function mismatch(extension: string, actual: string): string {
  return `扩展名是 .${extension}，内容却是${actual}，请改正扩展名或重新导出后再试。`;
}
