import type { INestApplicationContext } from '@nestjs/common';
import type { Actor, Ctx } from '../../core/ctx';
import { DEMO_PROVIDER } from '../../features/account/demo-personas';
import { CreateAccountService } from '../../features/account/create-account.service';
import type { Region } from '../../features/region/region.mapper';
import { CreateUnitService } from '../../features/unit/create-unit.service';
import type { DemoPerson } from './demo-people';
import type { DemoUnit } from './demo-units';

/** Makes the units of a region, members before the collectives that name them. */
export async function seedUnits(
  app: INestApplicationContext,
  ctx: Ctx,
  region: Region,
  units: readonly DemoUnit[],
): Promise<Map<string, number>> {
  const create = app.get(CreateUnitService, { strict: false });
  const ids = new Map<string, number>();
  for (const { members = [], ...unit } of units) {
    const memberIds = members.map((name) => idOf(ids, name));
    ids.set(unit.name, (await create.run(ctx, { ...unit, regionId: region.id, memberIds })).id);
  }
  return ids;
}

/** Makes the people and gives them by name. */
export async function seedPeople(
  app: INestApplicationContext,
  ctx: Ctx,
  people: readonly DemoPerson[],
  place: { region: Region; units: ReadonlyMap<string, number> } | null,
): Promise<Map<string, Actor>> {
  const create = app.get(CreateAccountService, { strict: false });
  const actors = new Map<string, Actor>();
  for (const { name, persona, roles } of people) {
    const memberships = roles.map(({ role, unit }) => ({
      role,
      regionId: place?.region.id ?? null,
      unitId: unit === null || !place ? null : idOf(place.units, unit),
    }));
    const identity = persona ? { identity: { provider: DEMO_PROVIDER, subject: persona } } : {};
    actors.set(name, await create.run(ctx, { name, memberships, ...identity }));
  }
  return actors;
}

/** The id of a unit or the person of a name that the demo's own texts use. */
export function idOf<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name);
  if (found === undefined) throw new Error(`the demo names ${name}, which it has not made`);
  return found;
}
