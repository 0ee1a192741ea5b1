import type { AttachmentKind } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';

export interface SniffedType {
  readonly kind: AttachmentKind;
  readonly extension: string;
  readonly contentType: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What is taken. No svg, html or xml (they run scripts), no old Office files (macros), no archives. */
const allowed: Partial<Record<string, SniffedType>> = {
  'image/jpeg': { kind: 'image', extension: 'jpg', contentType: 'image/jpeg' },
  'image/png': { kind: 'image', extension: 'png', contentType: 'image/png' },
  'image/webp': { kind: 'image', extension: 'webp', contentType: 'image/webp' },
  'application/pdf': { kind: 'pdf', extension: 'pdf', contentType: 'application/pdf' },
  [`${OFFICE}.wordprocessingml.document`]: {
    kind: 'word',
    extension: 'docx',
    contentType: `${OFFICE}.wordprocessingml.document`,
  },
  [`${OFFICE}.spreadsheetml.sheet`]: {
    kind: 'sheet',
    extension: 'xlsx',
    contentType: `${OFFICE}.spreadsheetml.sheet`,
  },
};

/** The type by the content alone; neither the name nor the type that the client says is looked at. */
export async function sniffUpload(bytes: Buffer): Promise<SniffedType> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = await fileTypeFromBuffer(bytes);
  const type = found && allowed[found.mime];
  if (!type) throw new AppError('ATTACHMENT_TYPE');
  return type;
}
