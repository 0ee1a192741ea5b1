import { Injectable } from '@nestjs/common';
import type { Attachment } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { invalidInput } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { AttachmentAddresses } from './attachment-addresses';
import type { AttachmentPurpose } from './attachment.entity';
import { AttachmentRepository, type StoredAttachment } from './attachment.repository';

interface Holder {
  readonly purpose: AttachmentPurpose;
  readonly scopeId: number;
  readonly holderId: number;
  /** Earlier holders of the same hand, whose files may be taken over. */
  readonly earlier: (holderId: number) => Promise<boolean>;
}

const gone = () => invalidInput('attachments', '有文件已失效，请删去后重新上传');

/** What features that hold files ask. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly files: AttachmentRepository,
    private readonly addresses: AttachmentAddresses,
  ) {}

  /**
   * Gives files to their holder in the order of the list: those that the actor has sent for this scope, and
   * copies of those of earlier holders. Any other is refused as if it did not exist.
   */
  async bind(ctx: CtxInTx, holder: Holder, ids: readonly number[]): Promise<Attachment[]> {
    const { accountId } = requireActor(ctx);
    const found = new Map((await this.files.byIds(ctx, ids)).map((file) => [file.id, file]));
    const bound: StoredAttachment[] = [];
    for (const [position, id] of [...new Set(ids)].entries()) {
      const file = found.get(id);
      if (!file || file.purpose !== holder.purpose || file.scopeId !== holder.scopeId) throw gone();
      const own = file.holderId === null && file.uploadedBy === accountId;
      bound.push(
        own ? await this.take(ctx, holder, file, position) : await this.copy(ctx, holder, file, position),
      );
    }
    return bound.map((file) => this.addresses.show(file));
  }

  private async take(ctx: CtxInTx, { holderId }: Holder, file: StoredAttachment, position: number) {
    if (!(await this.files.bind(ctx, file.id, holderId, position))) throw gone();
    return { ...file, holderId, position };
  }

  private async copy(ctx: CtxInTx, { holderId, earlier }: Holder, file: StoredAttachment, position: number) {
    const usable = file.state === 'ready' || file.state === 'pending';
    if (file.holderId === null || !usable || !(await earlier(file.holderId))) throw gone();
    const { id: _id, ...row } = { ...file, holderId, position };
    return { ...row, id: await this.files.insert(ctx, row) };
  }

  /** The files of some holders by holder, for somebody who may see those. */
  async ofHolders(
    ctx: Ctx,
    purpose: AttachmentPurpose,
    holderIds: readonly number[],
  ): Promise<Map<number, Attachment[]>> {
    const byHolder = new Map<number, Attachment[]>();
    for (const file of await this.files.ofHolders(ctx, purpose, holderIds)) {
      const own = byHolder.get(file.holderId ?? 0) ?? [];
      own.push(this.addresses.show(file));
      byHolder.set(file.holderId ?? 0, own);
    }
    return byHolder;
  }
}
