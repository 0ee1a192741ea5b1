import { Inject, Injectable } from '@nestjs/common';
import { personas, type DemoPersona } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { roleNameOf } from './account.mapper';
import { AccountService } from './account.service';
import { DEMO_PROVIDER, personaDescriptions } from './demo-personas';

/** The demo's people, for its sign-in page and the start message. */
@Injectable()
export class ListPersonasService {
  constructor(
    private readonly accounts: AccountService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx): Promise<{ items: DemoPersona[] }> {
    if (!this.config.demo) throw new AppError('NOT_FOUND');
    const items: DemoPersona[] = [];
    for (const persona of personas) {
      const actor = await this.accounts.actorByIdentity(ctx, DEMO_PROVIDER, persona);
      if (!actor) continue;
      const [membership] = actor.memberships;
      items.push({
        persona,
        name: actor.name,
        role: roleNameOf(actor),
        unitName: membership?.unitName ?? null,
        regionName: membership?.regionName ?? null,
        describes: personaDescriptions[persona],
      });
    }
    return { items };
  }
}
