import { Injectable } from '@nestjs/common';
import type { Attachment, ScreeningState } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { invalidInput } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { AttachmentAddresses } from './attachment-addresses';
import type { AttachmentPurpose } from './attachment.entity';
import { ScreeningService } from '../screening/screening.service';
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
    private readonly screening: ScreeningService,
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
    return this.shown(ctx, bound);
  }

  private async take(ctx: CtxInTx, { holderId }: Holder, file: StoredAttachment, position: number) {
    if (!(await this.files.bind(ctx, file.id, holderId, position))) throw gone();
    if (file.kind === 'image') await this.order(ctx, file);
    return { ...file, holderId, position };
  }

  private order(ctx: CtxInTx, { id, regionId }: StoredAttachment): Promise<void> {
    return this.screening.order(ctx, { kind: 'attachment', id, regionId });
  }

  private async copy(ctx: CtxInTx, { holderId, earlier }: Holder, file: StoredAttachment, position: number) {
    const usable = file.state === 'ready' || file.state === 'pending';
    if (file.holderId === null || !usable || !(await earlier(file.holderId))) throw gone();
    const { id: _id, ...row } = { ...file, holderId, position };
    const copy = { ...row, id: await this.files.insert(ctx, row) };
    // What a person said of the picture holds for its copy.
    const said = { kind: 'attachment', from: file.id, to: copy.id, regionId: file.regionId } as const;
    if (file.kind === 'image' && !(await this.screening.inherit(ctx, said))) await this.order(ctx, copy);
    return copy;
  }

  /** The files of some holders by holder, for somebody who may see those. */
  async ofHolders(
    ctx: Ctx,
    purpose: AttachmentPurpose,
    holderIds: readonly number[],
  ): Promise<Map<number, Attachment[]>> {
    const byHolder = new Map<number, Attachment[]>();
    const files = await this.files.ofHolders(ctx, purpose, holderIds);
    for (const [at, shown] of (await this.shown(ctx, files)).entries()) {
      const holderId = files[at]?.holderId ?? 0;
      byHolder.set(holderId, [...(byHolder.get(holderId) ?? []), shown]);
    }
    return byHolder;
  }

  /** Some files by their own ids, for whoever decides about them. */
  async byIds(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Attachment>> {
    const files = await this.files.byIds(ctx, ids);
    return new Map(files.map((file) => [file.id, this.addresses.show(file)]));
  }

  private async shown(ctx: Ctx, files: readonly StoredAttachment[]): Promise<Attachment[]> {
    const pictures = files.filter((file) => file.kind === 'image').map((file) => file.id);
    const states = await this.screening.states(ctx, 'attachment', pictures);
    return files.map((file) => this.addresses.show(file, checkOf(states.get(file.id))));
  }
}

/** How a check hinders the picture; a picture that was never checked is free, as staff review publishes it. */
function checkOf(state: ScreeningState | undefined): Attachment['check'] {
  if (state === undefined || state === 'pass' || state === 'allowed') return undefined;
  return state === 'refused' ? 'withheld' : 'checking';
}
