import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ObjectStore } from '../../adapters/storage/object-store';
import type { Ctx } from '../../core/ctx';
import { Outbox } from '../../core/outbox/outbox';
import { AccountService } from '../account/account.service';
import { ScreeningService } from '../screening/screening.service';
import { AttachmentAddresses } from './attachment-addresses';
import { AttachmentRepository } from './attachment.repository';

/** WeChat has half an hour for a picture; the address lives twice as long. */
const ADDRESS_SECONDS = 3600;

/** The virus scan comes first; the outbox asks again. */
class NotScannedYet extends Error {
  readonly code = 'ATTACHMENT_PENDING';
}

/** Orders the content check of pictures that are on their way into public. */
@Injectable()
export class ScreenAttachmentService implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly files: AttachmentRepository,
    private readonly addresses: AttachmentAddresses,
    private readonly store: ObjectStore,
    private readonly accounts: AccountService,
    private readonly screening: ScreeningService,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('screen.attachment', (ctx, payload) => this.check(ctx, Number(payload.id)));
  }

  private async check(ctx: Ctx, id: number): Promise<void> {
    const file = await this.files.find(ctx, id);
    if (!file || file.state === 'gone' || file.state === 'refused') return;
    if (file.state !== 'ready') throw new NotScannedYet();
    const { openid } = await this.accounts.contact(ctx, file.uploadedBy);
    // On 微信云托管 the server has no public address: there the bucket gives one.
    const url =
      this.addresses.outward(id, ADDRESS_SECONDS) ??
      (await this.store.addressOf(file.objectKey, ADDRESS_SECONDS));
    await this.screening.checkPicture(ctx, id, url, openid);
  }
}
