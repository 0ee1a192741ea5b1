import type { ReplyRule, Role, UnitKind } from '@sunledger/shared-types';
import type { Actor } from '../../backend/src/core/ctx';
import {
  CreateAccountService,
  type NewMembership,
} from '../../backend/src/features/account/create-account.service';
import { OpenSessionService } from '../../backend/src/features/account/open-session.service';
import { CreateRegionService } from '../../backend/src/features/region/create-region.service';
import type { Region } from '../../backend/src/features/region/region.mapper';
import { CreateUnitService } from '../../backend/src/features/unit/create-unit.service';
import type { UnitRow } from '../../backend/src/features/unit/unit.mapper';
import type { Person } from './api-client';
import type { TestApp } from './app';

export interface GivenPerson extends Person {
  readonly actor: Actor;
  readonly refreshToken: string;
}

export interface GivenRegion extends Region {
  /** The disclosure office that every region has. */
  readonly office: UnitRow;
}

/** What stands before a story begins and has no endpoint yet: regions, units, people. */
export class Given {
  private people = 0;

  constructor(private readonly app: TestApp) {}

  async region(
    region: { code?: string; name?: string; rule?: ReplyRule; requireVerifiedPhone?: boolean } = {},
  ): Promise<GivenRegion> {
    const { code = 'yunxi', name = '云溪县', rule, requireVerifiedPhone = false } = region;
    const created = await this.app.get(CreateRegionService).run(this.app.ctx(), {
      code,
      name,
      kind: '县',
      settings: { requireVerifiedPhone },
      ...(rule ? { replyRule: { rule, source: rule.promisedIn, effectiveFrom: '2020-01-01' } } : {}),
    });
    const office = await this.unit(created, `${name}政务公开办`, { kind: 'office', isOffice: true });
    return { ...created, office };
  }

  unit(
    region: Region,
    name: string,
    more: { kind?: UnitKind; isOffice?: boolean; aliases?: string[]; memberIds?: number[] } = {},
  ): Promise<UnitRow> {
    const { kind = 'department', ...rest } = more;
    return this.app.get(CreateUnitService).run(this.app.ctx(), { regionId: region.id, name, kind, ...rest });
  }

  /** A signed-in citizen, or with `role` a member of the region's staff. */
  person(where: { name?: string; region?: Region; role?: Role; unit?: UnitRow } = {}): Promise<GivenPerson> {
    const { name, region, role, unit } = where;
    const membership = { regionId: region?.id ?? null, unitId: unit?.id ?? null };
    return this.account(role ? [{ role, ...membership }] : [], name);
  }

  /** Somebody signed in with any number of memberships. */
  async account(memberships: readonly NewMembership[], name?: string): Promise<GivenPerson> {
    this.people += 1;
    const actor = await this.app.get(CreateAccountService).run(this.app.ctx(), {
      name: name ?? `测试${this.people}`,
      identity: { provider: 'test', subject: `person-${this.people}` },
      memberships,
    });
    const session = await this.app.get(OpenSessionService).run(this.app.ctx(), actor);
    return { actor, accessToken: session.accessToken, refreshToken: session.refreshToken };
  }
}
