import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@sunledger/shared-types';
import { ObjectStore } from '../../adapters/storage/object-store';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { AttachmentAddresses } from './attachment-addresses';
import { AttachmentRepository, type StoredAttachment } from './attachment.repository';

export interface OpenedAttachment {
  readonly content: Readable;
  readonly headers: Readonly<Record<string, string>>;
}

/** The content behind a signed address; a wrong or ended one is as if there were nothing. */
@Injectable()
export class OpenAttachmentService {
  constructor(
    private readonly files: AttachmentRepository,
    private readonly store: ObjectStore,
    private readonly addresses: AttachmentAddresses,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.attachment.content>): Promise<OpenedAttachment> {
    const variant = this.addresses.opened(input.id, input);
    const file = variant && (await this.files.find(ctx, input.id));
    if (!file || file.state !== 'ready') throw new AppError('ATTACHMENT_NOT_FOUND');
    const thumb = variant === 'thumb';
    const key = thumb ? file.thumbnailKey : file.objectKey;
    const content = key === null ? null : await this.store.read(key);
    if (!content) throw new AppError('ATTACHMENT_NOT_FOUND');
    return { content, headers: headersOf(file, thumb) };
  }
}

/**
 * Only pictures that we drew ourselves are shown in place; everything else is saved. Whatever it is, it runs
 * nothing and is taken for nothing else.
 */
function headersOf(file: StoredAttachment, thumb: boolean): Record<string, string> {
  const place = file.kind === 'image' ? 'inline' : 'attachment';
  const plain = `file.${file.name.split('.').pop() ?? 'bin'}`;
  return {
    'content-type': file.contentType,
    ...(thumb ? {} : { 'content-length': String(file.bytes) }),
    'content-disposition': `${place}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, percent)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-site',
    'cache-control': 'private, max-age=600',
  };
}

/** RFC 8187 wants these escaped, encodeURIComponent leaves them. */
const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
