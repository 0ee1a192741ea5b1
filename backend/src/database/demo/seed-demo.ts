import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { systemCtx, type Ctx } from '../../core/ctx';
import { CreateAccountService } from '../../features/account/create-account.service';
import { DEMO_PROVIDER } from '../../features/account/demo-personas';
import { CreateRegionService } from '../../features/region/create-region.service';
import { CreateUnitService } from '../../features/unit/create-unit.service';
import { administrator, binjiangPeople, yunxiPeople, type DemoPerson } from './demo-people';
import { binjiangUnits, yunxiUnits, type DemoUnit } from './demo-units';

/** Fills an empty database with the demo, by calling the services as people would. */
export async function seedDemo(app: INestApplicationContext, clock: Clock): Promise<void> {
  const ctx = systemCtx(clock, 'seed');
  await seedRegion(app, ctx, { code: 'yunxi', name: '云溪县', kind: '县' }, yunxiUnits, yunxiPeople);
  await seedRegion(app, ctx, { code: 'binjiang', name: '滨江新区', kind: '功能区' }, binjiangUnits, binjiangPeople);
  await seedPerson(app, ctx, null, new Map(), administrator);
}

async function seedRegion(
  app: INestApplicationContext,
  ctx: Ctx,
  region: { code: string; name: string; kind: string },
  units: readonly DemoUnit[],
  people: readonly DemoPerson[],
): Promise<void> {
  const settings = { requireVerifiedPhone: false };
  const { id } = await app.get(CreateRegionService, { strict: false }).run(ctx, { ...region, settings });
  const ids = new Map<string, number>();
  for (const { members = [], ...unit } of units) {
    const memberIds = members.flatMap((name) => ids.get(name) ?? []);
    const created = await app.get(CreateUnitService, { strict: false }).run(ctx, { regionId: id, ...unit, memberIds });
    ids.set(unit.name, created.id);
  }
  for (const person of people) await seedPerson(app, ctx, id, ids, person);
}

async function seedPerson(
  app: INestApplicationContext,
  ctx: Ctx,
  regionId: number | null,
  units: ReadonlyMap<string, number>,
  { name, persona, roles }: DemoPerson,
): Promise<void> {
  await app.get(CreateAccountService, { strict: false }).run(ctx, {
    name,
    ...(persona ? { identity: { provider: DEMO_PROVIDER, subject: persona } } : {}),
    memberships: roles.map(({ role, unit }) => ({
      role,
      regionId,
      unitId: unit === null ? null : (units.get(unit) ?? null),
    })),
  });
}
