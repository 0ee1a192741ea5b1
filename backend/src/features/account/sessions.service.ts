import { Inject, Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OpenSession } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import { systemNow, toChinaIso } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError, invalidInput } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { AccountService } from './account.service';
import { DEMO_PROVIDER } from './demo-personas';
import { deviceName } from './device-name';
import { FreshProof } from './fresh-proof.service';
import { SESSION_MS } from './open-session.service';
import { SessionActors } from './session-actors';
import { SessionRepository } from './session.repository';
import { SignInWechatService } from './sign-in-wechat.service';

/** Where somebody is signed in, and ending it from afar. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly actors: SessionActors,
    private readonly accounts: AccountService,
    private readonly wechat: SignInWechatService,
    private readonly proof: FreshProof,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(ctx: Ctx): Promise<{ items: OpenSession[] }> {
    const { accountId, sessionId } = requireActor(ctx);
    const rows = await this.sessions.openOf(ctx, accountId, new Date(systemNow()));
    const items = rows.map((row) => ({
      id: row.id,
      device: deviceName(row.userAgent),
      current: row.id === sessionId,
      startedAt: toChinaIso(row.createdAt),
      // Every refresh sets the end anew.
      lastUsedAt: toChinaIso(new Date(row.expiresAt.getTime() - SESSION_MS)),
    }));
    return { items };
  }

  async end(ctx: Ctx, id: number): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    const ended = await this.uow.run(ctx, (ctx) =>
      this.sessions.revokeOf(ctx, accountId, id, new Date(systemNow())),
    );
    if (!ended) throw new AppError('SESSION_NOT_FOUND');
    this.actors.forget(id);
    return { done: true };
  }

  async endOthers(ctx: Ctx): Promise<{ ended: number }> {
    const { accountId, sessionId } = requireActor(ctx);
    await this.proof.require(ctx);
    const now = new Date(systemNow());
    const ended = await this.uow.run(ctx, async (ctx) => {
      const others = (await this.sessions.openOf(ctx, accountId, now)).filter((row) => row.id !== sessionId);
      for (const { id } of others) await this.sessions.revokeOf(ctx, accountId, id, now);
      return others.map((row) => row.id);
    });
    for (const id of ended) this.actors.forget(id);
    return { ended: ended.length };
  }

  /** The same person once more, by what signed them in. */
  async confirm(ctx: Ctx, input: InputOf<typeof endpoints.session.confirm>): Promise<{ done: true }> {
    const { accountId, sessionId } = requireActor(ctx);
    if (sessionId === undefined || (await this.provenId(ctx, input)) !== accountId)
      throw new AppError('CONFIRM_FAILED');
    await this.uow.run(ctx, (ctx) => this.sessions.confirm(ctx, sessionId, new Date(systemNow())));
    return { done: true };
  }

  private async provenId(ctx: Ctx, input: InputOf<typeof endpoints.session.confirm>): Promise<number | null> {
    if (input.persona !== undefined) {
      if (!this.config.demo) throw new AppError('NOT_FOUND');
      return (await this.accounts.actorByIdentity(ctx, DEMO_PROVIDER, input.persona))?.accountId ?? null;
    }
    if (input.code === undefined && !this.config.wechat.cloud) throw invalidInput('code', '缺少微信登录凭证');
    return this.accounts.idOfOpenid(ctx, await this.wechat.openidOf(ctx, input.code));
  }
}
