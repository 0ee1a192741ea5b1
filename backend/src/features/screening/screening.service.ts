import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Screening, ScreeningState } from '@sunledger/shared-types';
import { WechatError, WechatGateway } from '../../adapters/wechat';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Outbox } from '../../core/outbox/outbox';
import { Scheduler } from '../../core/schedule/scheduler';
import type { SubjectKind } from './screening.entity';
import { ScreeningRepository, type Verdict } from './screening.repository';

/** A comment, in WeChat's list of scenes. */
const SCENE = 2;
const MINUTE = 60_000;
/** WeChat judges a picture within 30 minutes, and knows a person for two hours after the last visit. */
const SILENT_MS = 120 * MINUTE;
const AT_A_TIME = 500;

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: number;
}

/**
 * Content checks. A text is saved first and checked afterwards; a doubt or a silent WeChat only keeps it from
 * publication until a person has decided. Without WeChat there is no check: staff review publishes.
 */
@Injectable()
export class ScreeningService implements OnModuleInit {
  private readonly logger = new Logger('screening');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly wechat: WechatGateway,
    private readonly screenings: ScreeningRepository,
    private readonly scheduler: Scheduler,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({
      name: 'screening-silent',
      everyMs: 10 * MINUTE,
      run: async (ctx) => {
        const before = new Date(ctx.clock.now().getTime() - SILENT_MS);
        await this.uow.run(ctx, (ctx) => this.screenings.holdSilent(ctx, before, AT_A_TIME));
      },
    });
  }

  /** Together with the saving of the subject; its own feature handles `screen.<kind>` and calls `check`. */
  async order(ctx: CtxInTx, subject: Subject & { regionId: number }): Promise<void> {
    if (!this.wechat.enabled) return;
    const { kind: subjectKind, id: subjectId, regionId } = subject;
    await this.screenings.order(ctx, { regionId, subjectKind, subjectId }, ctx.clock.now());
    await this.outbox.add(ctx, {
      topic: `screen.${subjectKind}`,
      payload: { id: subjectId },
      dedupeKey: String(subjectId),
    });
  }

  /** A copy of what a person or WeChat has judged is judged alike; false where no word has been said yet. */
  inherit(
    ctx: CtxInTx,
    { kind, from, to, regionId }: { kind: SubjectKind; from: number; to: number; regionId: number },
  ): Promise<boolean> {
    return this.screenings.inherit(ctx, kind, from, { regionId, subjectId: to }, ctx.clock.now());
  }

  /** Asks WeChat. It throws when asking again later makes sense: the outbox does, and the state stays `pending`. */
  async check(ctx: Ctx, subject: Subject, text: string, openid: string | null): Promise<void> {
    await this.record(ctx, subject, await this.verdictOn(text, openid));
  }

  /** May this be shown in public? Throws while nobody has said so. */
  async requireClear(ctx: Ctx, subject: Subject): Promise<void> {
    const found = await this.screenings.find(ctx, subject.kind, subject.id);
    if (!found || found.state === 'pass' || found.state === 'allowed') return;
    throw new AppError(found.state === 'refused' ? 'SCREENING_REFUSED' : 'SCREENING_OPEN');
  }

  find(ctx: Ctx, subject: Subject): Promise<Screening | null> {
    return this.screenings.find(ctx, subject.kind, subject.id);
  }

  states(ctx: Ctx, kind: SubjectKind, ids: readonly number[]): Promise<Map<number, ScreeningState>> {
    return this.screenings.states(ctx, kind, ids);
  }

  /**
   * Orders the check of a picture that WeChat downloads from `url`; the verdict comes by push. Ordered twice
   * after a crash, the first order counts. Throws when asking again later makes sense.
   */
  async checkPicture(ctx: Ctx, id: number, url: string | null, openid: string | null): Promise<void> {
    const subject = { kind: 'attachment', id } as const;
    if (await this.screenings.isOrdered(ctx, subject.kind, id)) return;
    if (openid === null || url === null) {
      const cause = openid === null ? 'NO_OPENID' : 'NO_ADDRESS';
      return this.record(ctx, subject, { state: 'held', cause });
    }
    try {
      const { traceId } = await this.wechat.checkMedia({ openid, scene: SCENE, url, kind: 'image' });
      await this.uow.run(ctx, (ctx) => this.screenings.ordered(ctx, subject.kind, id, traceId));
    } catch (error) {
      await this.record(ctx, subject, this.heldFor(error));
    }
  }

  /** WeChat's word on a picture, by push. Late, doubled and unknown ones change nothing. */
  async takePictureVerdict(ctx: Ctx, traceId: string, suggest: string, label: number): Promise<void> {
    const state = suggest === 'pass' ? 'pass' : 'held';
    await this.uow.run(ctx, (ctx) =>
      this.screenings.recordTrace(ctx, traceId, { state, label }, ctx.clock.now()),
    );
  }

  async decide(
    ctx: Ctx,
    subject: Subject,
    decision: { publish: boolean; by: number; note: string },
  ): Promise<Screening | null> {
    return this.uow.run(ctx, async (ctx) => {
      const done = await this.screenings.decide(ctx, subject.kind, subject.id, {
        state: decision.publish ? 'allowed' : 'refused',
        by: decision.by,
        at: ctx.clock.now(),
        note: decision.note,
      });
      if (!done) throw new AppError('SCREENING_NONE');
      return this.screenings.find(ctx, subject.kind, subject.id);
    });
  }

  private async verdictOn(text: string, openid: string | null): Promise<Verdict> {
    if (openid === null) return { state: 'held', cause: 'NO_OPENID' };
    try {
      const { suggest, label, traceId } = await this.wechat.checkText({
        openid,
        scene: SCENE,
        content: text,
      });
      return { state: suggest === 'pass' ? 'pass' : 'held', label, traceId };
    } catch (error) {
      return this.heldFor(error);
    }
  }

  /** What WeChat will never check goes to a person; everything else is asked again. */
  private heldFor(error: unknown): Verdict {
    if (!(error instanceof WechatError)) throw error;
    if (['busy', 'down', 'quota', 'token'].includes(error.fault)) throw error;
    if (error.fault === 'setup') this.logger.error({ reason: error.reason, errcode: error.errcode });
    return { state: 'held', cause: error.reason };
  }

  private async record(ctx: Ctx, { kind, id }: Subject, verdict: Verdict): Promise<void> {
    await this.uow.run(ctx, (ctx) => this.screenings.record(ctx, kind, id, verdict, ctx.clock.now()));
  }
}
