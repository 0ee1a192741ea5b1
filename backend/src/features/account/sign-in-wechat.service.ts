import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '@sunledger/shared-types';
import { WechatGateway } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { AppError, invalidInput } from '../../core/errors/app-error';
import { AccountService } from './account.service';
import { CreateAccountService } from './create-account.service';
import { OpenSessionService } from './open-session.service';
import { WECHAT_PROVIDER } from './subject-hash';
import { refusalOfWechat } from './wechat-refusal';

/** What a person is called before anybody is told a name: nothing of their WeChat profile is asked for. */
const NAMELESS = '网友';

/** Signs in whom WeChat vouches for; the first time it makes the account. */
@Injectable()
export class SignInWechatService {
  constructor(
    private readonly wechat: WechatGateway,
    private readonly accounts: AccountService,
    private readonly create: CreateAccountService,
    private readonly opener: OpenSessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, code: string | undefined): Promise<Session> {
    return this.opener.run(ctx, await this.actorOf(ctx, await this.openidOf(ctx, code)));
  }

  /** By the header of the gateway on cloud hosting, by the login code everywhere else. */
  async openidOf(ctx: Ctx, code: string | undefined): Promise<string> {
    if (this.config.wechat.cloud) {
      const openid = ctx.client?.openid ?? null;
      if (openid === null) throw new AppError('WECHAT_NO_IDENTITY');
      return openid;
    }
    if (!this.wechat.enabled) throw new AppError('NOT_FOUND');
    if (code === undefined) throw invalidInput('code', '缺少微信登录凭证');
    try {
      return (await this.wechat.codeToSession(code)).openid;
    } catch (error) {
      throw refusalOfWechat(error);
    }
  }

  private async actorOf(ctx: Ctx, openid: string): Promise<Actor> {
    const known = await this.accounts.actorByIdentity(ctx, WECHAT_PROVIDER, openid);
    if (known) return known;
    const identity = { provider: WECHAT_PROVIDER, subject: openid };
    try {
      return await this.create.run(ctx, { name: NAMELESS, identity });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // The same person signed in on two devices for the first time.
      const other = await this.accounts.actorByIdentity(ctx, WECHAT_PROVIDER, openid);
      if (!other) throw new AppError('WECHAT_NO_IDENTITY');
      return other;
    }
  }
}
