import type { INestApplicationContext } from '@nestjs/common';
import { actingAs, type Ctx } from '../../core/ctx';
import { CreateBulletinService } from '../../features/bulletin/create-bulletin.service';
import { MoveBulletinService } from '../../features/bulletin/move-bulletin.service';
import type { DemoRegion } from './demo-region';
import { idOf } from './seed-people';

/** The bulletin of the last full quarter: made by one of the office, published by the official. */
export async function seedBulletin(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const [year = 0, month = 1] = ctx.clock.today().split('-').map(Number);
  const quarter = Math.ceil(month / 3) - 1;
  const period = quarter === 0 ? { year: year - 1, part: 4 } : { year, part: quarter };
  const office = actingAs(ctx, idOf(demo.people, '蒋文'));
  const get = { strict: false };
  const { id } = await app
    .get(CreateBulletinService, get)
    .run(office, { code: demo.region.code, kind: 'quarter', ...period });
  const move = app.get(MoveBulletinService, get);
  await move.run(office, id, 'submit');
  await move.run(actingAs(ctx, idOf(demo.people, '韩立新')), id, 'publish');
}
