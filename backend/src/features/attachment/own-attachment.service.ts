import { Injectable } from '@nestjs/common';
import type { Attachment } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { AttachmentAddresses } from './attachment-addresses';
import { AttachmentRepository, type StoredAttachment } from './attachment.repository';

/** What the uploader does with a file of their own. */
@Injectable()
export class OwnAttachmentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: AttachmentRepository,
    private readonly addresses: AttachmentAddresses,
  ) {}

  async show(ctx: Ctx, id: number): Promise<Attachment> {
    return this.addresses.show(await this.own(ctx, id));
  }

  /** Its content goes with the next purge. */
  async remove(ctx: Ctx, id: number): Promise<{ done: true }> {
    return this.uow.run(ctx, async (ctx) => {
      const file = await this.own(ctx, id);
      if (file.holderId !== null) throw new AppError('ATTACHMENT_SENT');
      if (!(await this.files.giveUp(ctx, id))) throw new AppError('ATTACHMENT_NOT_FOUND');
      return { done: true };
    });
  }

  private async own(ctx: Ctx, id: number): Promise<StoredAttachment> {
    const { accountId } = requireActor(ctx);
    const file = await this.files.find(ctx, id);
    const there = file && file.state !== 'gone' && file.state !== 'storing';
    if (!there || file.uploadedBy !== accountId) throw new AppError('ATTACHMENT_NOT_FOUND');
    return file;
  }
}
