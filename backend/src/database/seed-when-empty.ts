import type { INestApplicationContext } from '@nestjs/common';
import { systemCtx } from '../core/ctx';
import { RegionService } from '../features/region/region.service';
import { seedDemo } from './demo/seed-demo';
import type { Ledger } from './open-ledger';

/** Fills an empty database with the demo where DEMO is on; gives whether it did. */
export async function seedWhenEmpty(app: INestApplicationContext, ledger: Ledger): Promise<boolean> {
  if (!ledger.config.demo) return false;
  const regions = await app
    .get(RegionService, { strict: false })
    .list(systemCtx(ledger.clock, 'seed'), { limit: 1 });
  if (regions.items.length > 0) return false;
  await seedDemo(app, ledger.clock);
  return true;
}
