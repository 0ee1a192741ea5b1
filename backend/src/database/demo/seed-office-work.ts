import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@sunledger/shared-types';
import { actingAs, type Actor, type Ctx } from '../../core/ctx';
import { AccountService } from '../../features/account/account.service';
import { CreateBulletinService } from '../../features/bulletin/create-bulletin.service';
import { MoveBulletinService } from '../../features/bulletin/move-bulletin.service';
import { DecideProgressService } from '../../features/progress/decide-progress.service';
import { ReportProgressService } from '../../features/progress/report-progress.service';
import { ListTasksService } from '../../features/task/list-tasks.service';
import { actingThen, type DemoRegion } from './demo-region';
import { inOfficeHours } from './demo-schedule';
import { idOf } from './seed-people';

/** What else lies on the office's desk: a task whose unit asks for its end, and a bulletin of a colleague. */
export async function seedOfficeWork(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
): Promise<void> {
  const colleague = idOf(demo.people, '蒋文');
  await askCloseOut(app, ctx, demo, colleague);
  await bulletinInReview(app, ctx, demo.region.code, colleague);
}

/** The government office has no reviewer of its own: one of 政务公开办 approves, another one verifies. */
async function askCloseOut(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  approver: Actor,
): Promise<void> {
  const get = { strict: false };
  const asked = { region: demo.region.code, q: '政府开放日', limit: 1 };
  const [task] = (await app.get(ListTasksService, get).run(ctx, asked)).items;
  const accounts = app.get(AccountService, get);
  const unitId = task?.leadUnits[0]?.id ?? 0;
  const [id = 0] = await accounts.holders(ctx, { regionId: demo.region.id, unitId, roles: ['handler'] });
  const reporter = await accounts.actor(ctx, id);
  if (!task || !reporter) throw new Error('the demo has nobody who reports on 政府开放日');
  const yesterday = addDays(ctx.clock.today(), -1);
  const reporting = actingThen(ctx, reporter, inOfficeHours(yesterday, 3));
  const report = await app.get(ReportProgressService, get).run(reporting, {
    id: task.id,
    text: '四场政府开放日全部办完，共有 186 名群众代表参加，意见和答复已经汇总公布，申请销号。',
    percent: 100,
    links: [],
    attachments: [],
    asksClose: true,
  });
  const approving = actingThen(ctx, approver, inOfficeHours(yesterday, 5));
  await app.get(DecideProgressService, get).run(approving, report.id, 'approve', null);
}

/** Of the month before the last one: the last one is left for whoever tries it out. */
async function bulletinInReview(
  app: INestApplicationContext,
  ctx: Ctx,
  code: string,
  colleague: Actor,
): Promise<void> {
  const [year = 0, month = 1] = ctx.clock.today().split('-').map(Number);
  const index = year * 12 + month - 3;
  const period = { year: Math.floor(index / 12), part: (index % 12) + 1 };
  const making = actingAs(ctx, colleague);
  const get = { strict: false };
  const { id } = await app.get(CreateBulletinService, get).run(making, { code, kind: 'month', ...period });
  await app.get(MoveBulletinService, get).run(making, id, 'submit');
}
