import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { attachmentLimits, type Attachment } from '@sunledger/shared-types';
import { ObjectStore } from '../../adapters/storage/object-store';
import { prepareUpload, type PreparedUpload } from '../../adapters/uploads/prepare-upload';
import { VirusScanner } from '../../adapters/virus-scan/virus-scanner';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { AttachmentAddresses } from './attachment-addresses';
import type { AttachmentPurpose } from './attachment.entity';
import { AttachmentRepository, type NewAttachment, type StoredAttachment } from './attachment.repository';
import { WorkSlots } from './work-slots';

/** Files that are unpacked, drawn and scanned at a time: this bounds memory, whatever number arrives. */
const AT_WORK = 2;

export interface AttachmentScope {
  readonly regionId: number;
  readonly purpose: AttachmentPurpose;
  readonly scopeId: number;
}

/**
 * Takes one file: checked and made harmless, scanned, stored, and then its uploader's until a thing names
 * it. The row stands before the content, so that a crash leaves nothing that the purge does not find.
 */
@Injectable()
export class StoreAttachmentService {
  private readonly slots = new WorkSlots(AT_WORK);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: AttachmentRepository,
    private readonly store: ObjectStore,
    private readonly scanner: VirusScanner,
    private readonly addresses: AttachmentAddresses,
  ) {}

  /** `file.path`: where the upload lies; the caller has checked that the actor may send files for the scope. */
  async run(
    ctx: Ctx,
    scope: AttachmentScope,
    file: { readonly fileName: string; readonly path: string },
  ): Promise<Attachment> {
    const { accountId } = requireActor(ctx);
    const limit = attachmentLimits.unsent;
    if ((await this.files.unsent(ctx, accountId)) >= limit) throw new AppError('ATTACHMENT_LIMIT', { limit });
    return this.slots.run(async () => {
      const prepared = await prepareUpload(file.fileName, await readFile(file.path));
      const scanned = await this.scanner.scan(prepared.bytes);
      if (scanned === 'infected') throw new AppError('ATTACHMENT_INFECTED');
      const stored = await this.announce(ctx, rowOf(ctx, scope, accountId, prepared));
      await this.write(stored, prepared);
      const state = scanned === 'clean' ? 'ready' : 'pending';
      await this.uow.run(ctx, (ctx) => this.files.setState(ctx, stored.id, 'storing', state));
      return this.addresses.show({ ...stored, state });
    });
  }

  /** Counted again with the row: uploads that arrive together do not pass the limit together. */
  private announce(ctx: Ctx, row: NewAttachment): Promise<StoredAttachment> {
    const limit = attachmentLimits.unsent;
    return this.uow.run(ctx, async (ctx) => {
      if ((await this.files.unsent(ctx, row.uploadedBy)) >= limit)
        throw new AppError('ATTACHMENT_LIMIT', { limit });
      return { ...row, id: await this.files.insert(ctx, row) };
    });
  }

  private async write(stored: StoredAttachment, { bytes, thumbnail }: PreparedUpload): Promise<void> {
    await this.store.put(stored.objectKey, bytes, stored.contentType);
    if (thumbnail && stored.thumbnailKey) await this.store.put(stored.thumbnailKey, thumbnail, 'image/jpeg');
  }
}

function rowOf(ctx: Ctx, scope: AttachmentScope, accountId: number, file: PreparedUpload): NewAttachment {
  const key = randomBytes(20).toString('hex');
  const objectKey = `${key.slice(0, 2)}/${key}`;
  return {
    ...scope,
    holderId: null,
    position: 0,
    name: file.name,
    kind: file.kind,
    contentType: file.contentType,
    bytes: file.bytes.length,
    width: file.width,
    height: file.height,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    objectKey,
    thumbnailKey: file.thumbnail ? `${objectKey}0` : null,
    state: 'storing',
    uploadedBy: accountId,
    uploadedAt: ctx.clock.now(),
  };
}
