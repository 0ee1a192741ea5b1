export { DocumentError } from './document-error';
export type { DocumentErrorCode } from './document-error';
export type { DocumentType } from './document-type';
export { firstPageText } from './pdf-text';
export { maxDocumentBytes, readDocument } from './read-document';
export type { DocumentText } from './read-document';
export { findSecrecyMark } from './secrecy-mark';
