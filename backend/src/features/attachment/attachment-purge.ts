import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ObjectStore } from '../../adapters/storage/object-store';
import { VirusScanner } from '../../adapters/virus-scan/virus-scanner';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { Scheduler } from '../../core/schedule/scheduler';
import { AttachmentRepository, type StoredAttachment } from './attachment.repository';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As long as somebody may take to finish a report that they have begun. */
const ORPHANS_KEPT_MS = 48 * HOUR;
const AT_A_TIME = 100;

/** Scans what waits for the scanner, and deletes what nobody sent and what was given up. */
@Injectable()
export class AttachmentPurge implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly files: AttachmentRepository,
    private readonly store: ObjectStore,
    private readonly scanner: VirusScanner,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({
      name: 'attachment-scan',
      everyMs: MINUTE,
      run: (ctx) => this.scanWaiting(ctx),
    });
    this.scheduler.register({ name: 'attachment-purge', everyMs: HOUR, run: (ctx) => this.purge(ctx) });
  }

  /** The scanner was down when they came; fails closed until it answers. */
  async scanWaiting(ctx: Ctx): Promise<void> {
    for (const file of await this.files.inState(ctx, 'pending', AT_A_TIME)) {
      const bytes = await this.bytesOf(file);
      const result = bytes === null ? 'infected' : await this.scanner.scan(bytes);
      if (result === 'unknown') return;
      if (result === 'infected') await this.deleteContent(file);
      const to = result === 'clean' ? 'ready' : 'refused';
      await this.uow.run(ctx, (ctx) => this.files.setState(ctx, file.id, 'pending', to));
    }
  }

  async purge(ctx: Ctx): Promise<void> {
    const before = new Date(ctx.clock.now().getTime() - ORPHANS_KEPT_MS);
    for (const file of await this.files.orphans(ctx, 'progress', before, AT_A_TIME)) {
      await this.uow.run(ctx, (ctx) => this.files.giveUp(ctx, file.id));
    }
    for (const file of await this.files.inState(ctx, 'gone', AT_A_TIME)) {
      await this.deleteContent(file);
      await this.uow.run(ctx, (ctx) => this.files.delete(ctx, file.id));
    }
  }

  private async deleteContent(file: StoredAttachment): Promise<void> {
    await this.store.remove(file.objectKey);
    if (file.thumbnailKey !== null) await this.store.remove(file.thumbnailKey);
  }

  /** Null when the content is not there: a file that cannot be looked at is not shown. */
  private async bytesOf(file: StoredAttachment): Promise<Buffer | null> {
    const content = await this.store.read(file.objectKey);
    return content && Buffer.concat((await content.toArray()) as Buffer[]);
  }
}
