import type { INestApplicationContext } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { ManageCountersService } from '../../features/counter/manage-counters.service';
import { VisitCounterService } from '../../features/counter/visit-counter.service';
import { actingThen, type DemoRegion } from './demo-region';
import { idOf } from './seed-people';

const DAY = 24 * 3_600_000;

/** Two counters with a few ratings; the keys are made anew each time, as printed codes are. */
export async function seedCounters(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const manage = app.get(ManageCountersService, { strict: false });
  const visit = app.get(VisitCounterService, { strict: false });
  const at = (daysAgo: number): Date => new Date(ctx.clock.now().getTime() - daysAgo * DAY);
  const office = idOf(demo.people, '林芳');
  const made = async (unit: string, name: string) =>
    manage.create(actingThen(ctx, office, at(40)), {
      code: demo.region.code,
      unitId: demo.units.get(unit) ?? 0,
      name,
    });
  const hall = await made('县人力资源和社会保障局', '社保大厅 3 号窗口');
  await made('县住房和城乡建设局', '二楼不动产窗口');
  const said: [person: string, daysAgo: number, level: number, text?: string][] = [
    ['王秀兰', 21, 5],
    ['李建国', 16, 4, '人多，但解释得清楚'],
    ['赵磊', 12, 5],
    ['王秀兰', 6, 2, '材料少了一样，让我跑了两趟'],
    ['李建国', 3, 5, '这次一次就办好了'],
  ];
  for (const [person, daysAgo, level, text] of said)
    await visit.rate(actingThen(ctx, idOf(demo.people, person), at(daysAgo)), { key: hall.key, level, text });
}
