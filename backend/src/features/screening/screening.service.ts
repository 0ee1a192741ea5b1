import { Injectable, Logger } from '@nestjs/common';
import type { Page, Screening } from '@sunledger/shared-types';
import { WechatError, WechatGateway } from '../../adapters/wechat';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Outbox } from '../../core/outbox/outbox';
import type { SubjectKind } from './screening.entity';
import { ScreeningRepository, type Verdict } from './screening.repository';

/** A comment, in WeChat's list of scenes. */
const SCENE = 2;

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: number;
}

/**
 * Content checks. A text is saved first and checked afterwards; a doubt or a silent WeChat only keeps it from
 * publication until a person has decided. Without WeChat there is no check: staff review publishes.
 */
@Injectable()
export class ScreeningService {
  private readonly logger = new Logger('screening');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly wechat: WechatGateway,
    private readonly screenings: ScreeningRepository,
  ) {}

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

  /** Asks WeChat. It throws when asking again later makes sense: the outbox does, and the state stays `pending`. */
  async check(ctx: Ctx, subject: Subject, text: string, openid: string | null): Promise<void> {
    const verdict = await this.verdictOn(text, openid);
    await this.uow.run(ctx, (ctx) =>
      this.screenings.record(ctx, subject.kind, subject.id, verdict, ctx.clock.now()),
    );
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

  waiting(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Screening>> {
    return this.screenings.waiting(ctx, regionId, page);
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
      if (!(error instanceof WechatError)) throw error;
      if (['busy', 'down', 'quota', 'token'].includes(error.fault)) throw error;
      if (error.fault === 'setup') this.logger.error({ reason: error.reason, errcode: error.errcode });
      return { state: 'held', cause: error.reason };
    }
  }
}
