import { Inject, Injectable } from '@nestjs/common';
import type { Persona, Session } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { AccountService } from './account.service';
import { DEMO_PROVIDER } from './demo-personas';
import { OpenSessionService } from './open-session.service';

/** One click instead of a proof; exists only while DEMO is on. */
@Injectable()
export class SignInDemoService {
  constructor(
    private readonly accounts: AccountService,
    private readonly opener: OpenSessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, persona: Persona): Promise<Session> {
    if (!this.config.demo) throw new AppError('NOT_FOUND');
    const actor = await this.accounts.actorByIdentity(ctx, DEMO_PROVIDER, persona);
    if (!actor) throw new AppError('NOT_FOUND');
    return this.opener.run(ctx, actor);
  }
}
