import { Inject, Injectable } from '@nestjs/common';
import type { Persona, Session } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { AccountService } from './account.service';
import { CreateAccountService } from './create-account.service';
import { citizenNames, DEMO_PROVIDER } from './demo-personas';
import { OpenSessionService } from './open-session.service';

/** One click instead of a proof; exists only while DEMO is on. */
@Injectable()
export class SignInDemoService {
  constructor(
    private readonly accounts: AccountService,
    private readonly create: CreateAccountService,
    private readonly opener: OpenSessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, persona: Persona): Promise<Session> {
    if (!this.config.demo) throw new AppError('NOT_FOUND');
    const actor = await this.accounts.actorByIdentity(ctx, DEMO_PROVIDER, persona);
    return this.opener.run(ctx, actor ?? (await this.anew(ctx, persona)));
  }

  /** A citizen of the demo who closed the account starts over with an empty one, as on WeChat. */
  private async anew(ctx: Ctx, persona: Persona): Promise<Actor> {
    const name = citizenNames[persona];
    const demo = await this.accounts.actorByIdentity(ctx, DEMO_PROVIDER, 'admin');
    if (name === undefined || !demo) throw new AppError('NOT_FOUND');
    return this.create.run(ctx, { name, identity: { provider: DEMO_PROVIDER, subject: persona } });
  }
}
