import { errorCodes } from '@sunledger/shared-types';

export type DocumentErrorCode = Extract<keyof typeof errorCodes, `DOCUMENT_${string}`>;

/** A file that cannot be imported; the message says in Chinese what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  constructor(
    readonly code: DocumentErrorCode,
    detail?: string,
  ) {
    super(detail === undefined ? errorCodes[code].text : detail);
  }
}
