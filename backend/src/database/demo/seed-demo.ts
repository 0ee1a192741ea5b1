import type { INestApplicationContext } from '@nestjs/common';
import { defaultReplyRule, type ReplyRule } from '@sunledger/shared-types';
import { SettableClock, type Clock } from '../../core/clock';
import { systemCtx, type Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { CreateRegionService } from '../../features/region/create-region.service';
import { administrator, binjiangPeople, yunxiPeople } from './demo-people';
import type { DemoRegion } from './demo-region';
import { binjiangUnits, yunxiUnits } from './demo-units';
import { seedBulletin } from './seed-bulletin';
import { seedChanges } from './seed-changes';
import { seedCounters } from './seed-counters';
import { seedLastYear, seedLedger } from './seed-ledger';
import { seedMessages } from './seed-messages';
import { seedOfficeWork } from './seed-office-work';
import { seedPeople, seedUnits } from './seed-people';
import { seedSupervision } from './seed-supervision';

/** Regions, units and people are older than everything they do. */
const YEARS_OF_PAST = 2 * 365 * 24 * 3600_000;

const YUNXI_PROMISE = '《云溪县网上留言办理规定》';

/** 简单咨询 one working day, the others at most seven, as the demo's own paper promises. */
const yunxiRule: ReplyRule = {
  ...defaultReplyRule,
  days: { simple: 1, inquiry: 7, correction: 3, help: 5, suggestion: 7, complaint: 7 },
  promisedIn: YUNXI_PROMISE,
};

/**
 * The demo: 云溪县 with a plan that has been lived with, and 滨江新区 as a second tenant that must see nothing
 * of it. Made by the services in one unit of work, so that a seeding that was cut short leaves nothing.
 */
export async function seedDemo(app: INestApplicationContext, clock: Clock): Promise<void> {
  // The clock stands still while the past is made, or a slow machine would overtake its own dates.
  const ctx = systemCtx(new SettableClock(clock.now()), 'demo');
  await app.get(UnitOfWork, { strict: false }).run(ctx, async (ctx) => {
    const founded = { ...ctx, clock: new SettableClock(new Date(ctx.clock.now().getTime() - YEARS_OF_PAST)) };
    await seedPeople(app, founded, [administrator], null);
    await seedYunxi(app, ctx, founded);
    await seedBinjiang(app, founded);
  });
}

async function seedYunxi(app: INestApplicationContext, ctx: Ctx, founded: Ctx): Promise<void> {
  const region = await app.get(CreateRegionService, { strict: false }).run(founded, {
    code: 'yunxi',
    name: '云溪县',
    kind: '县',
    filingNumber: '演示-2026-001',
    settings: { requireVerifiedPhone: false },
    replyRule: { rule: yunxiRule, source: YUNXI_PROMISE, effectiveFrom: '2024-01-01' },
  });
  const units = await seedUnits(app, founded, region, yunxiUnits);
  const people = await seedPeople(app, founded, yunxiPeople, { region, units });
  const demo: DemoRegion = { region, units, people, reporters: new Map() };
  await seedLedger(app, ctx, demo);
  await seedLastYear(app, ctx, demo);
  await seedChanges(app, ctx, demo);
  await seedMessages(app, ctx, demo);
  await seedBulletin(app, ctx, demo);
  await seedOfficeWork(app, ctx, demo);
  await seedSupervision(app, ctx, demo);
  await seedCounters(app, ctx, demo);
}

async function seedBinjiang(app: INestApplicationContext, ctx: Ctx): Promise<void> {
  const region = await app.get(CreateRegionService, { strict: false }).run(ctx, {
    code: 'binjiang',
    name: '滨江新区',
    kind: '功能区',
    settings: { requireVerifiedPhone: false },
    replyRule: { rule: defaultReplyRule, source: null, effectiveFrom: '2024-01-01' },
  });
  const units = await seedUnits(app, ctx, region, binjiangUnits);
  await seedPeople(app, ctx, binjiangPeople, { region, units });
}
