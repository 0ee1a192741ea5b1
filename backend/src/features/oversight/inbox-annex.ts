import { Injectable } from '@nestjs/common';
import type { BulletinRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';

type Bulletins = (ctx: Ctx, regionId: number) => Promise<BulletinRow[]>;

/**
 * What later features put into the inbox. They enter themselves when they start, because imports between
 * features run one way.
 */
@Injectable()
export class InboxAnnex {
  private readBulletins: Bulletins | null = null;

  /** The bulletins of a region that the caller may publish or return now, the longest waiting first. */
  useBulletins(read: Bulletins): void {
    this.readBulletins = read;
  }

  async bulletins(ctx: Ctx, regionId: number): Promise<BulletinRow[]> {
    return (await this.readBulletins?.(ctx, regionId)) ?? [];
  }
}
