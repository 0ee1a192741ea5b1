import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type TaskRow } from '@sunledger/shared-types';
import { SettableClock } from '../../core/clock';
import { actingAs, type Actor, type Ctx } from '../../core/ctx';
import { CreateAccountService } from '../../features/account/create-account.service';
import { DeadlineService } from '../../features/deadline/deadline.service';
import { ApprovePlanService } from '../../features/plan/approve-plan.service';
import { PublishPlanService } from '../../features/plan/publish-plan.service';
import { SubmitPlanService } from '../../features/plan/submit-plan.service';
import { ImportFileService } from '../../features/plan-import/import-file.service';
import { CloseOutTaskService } from '../../features/progress/close-out-task.service';
import { DecideProgressService } from '../../features/progress/decide-progress.service';
import { ReportProgressService } from '../../features/progress/report-progress.service';
import type { Region } from '../../features/region/region.mapper';
import { ListTasksService } from '../../features/task/list-tasks.service';
import { sendDemoPhoto } from './demo-photo';
import { demoPlanText } from './demo-plan-text';
import { demoTasks, type DemoTask } from './demo-plan-tasks.data';
import { demoSchedule, inOfficeHours, type DemoSchedule } from './demo-schedule';
import { idOf } from './seed-people';

/** A collective unit reports through one of its members. */
const spokesman: Record<string, string> = { 各乡镇人民政府: '城关镇人民政府' };

export interface DemoRegion {
  region: Region;
  units: ReadonlyMap<string, number>;
  people: ReadonlyMap<string, Actor>;
}

/** The context of a person at a moment of the past, still inside the transaction of `ctx`. */
export const actingThen = (ctx: Ctx, person: Actor, at: Date): Ctx =>
  actingAs({ ...ctx, clock: new SettableClock(at) }, person);

/** The plan is read in from its paper, approved by a second person, published, and lived with until today. */
export async function seedLedger(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const calendar = await app.get(DeadlineService, { strict: false }).calendar(ctx, demo.region.id);
  const schedule = demoSchedule(ctx.clock.today(), calendar);
  const tasks = await publishPlan(app, ctx, demo, schedule);
  const reporters = new Map<string, Actor>();
  for (const [i, task] of demoTasks.entries()) {
    const row = tasks.find((each) => each.no === String(i + 1));
    if (!row) throw new Error(`the demo plan was read without its task ${i + 1}`);
    const unit = spokesman[task.lead] ?? task.lead;
    const reporter = reporters.get(unit) ?? (await reporterOf(app, ctx, demo, unit));
    reporters.set(unit, reporter);
    await liveTask(app, ctx, demo, {
      task,
      taskId: row.id,
      reporter,
      reportedOn: schedule.tasks[i]?.reportedOn ?? [],
    });
  }
}

async function publishPlan(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  schedule: DemoSchedule,
): Promise<TaskRow[]> {
  const office = idOf(demo.people, '林芳');
  const second = idOf(demo.people, '何敏');
  const on = (days: number, nth: number) => inOfficeHours(addDays(schedule.issuedOn, days), nth);
  const text = demoPlanText({ ...schedule, dueOn: schedule.tasks.map((task) => task.dueOn) });
  const file = {
    fileName: `${schedule.planYear}年云溪县政务公开工作要点.txt`,
    bytes: Buffer.from(text, 'utf8'),
  };
  const get = { strict: false };
  const { planId } = await app
    .get(ImportFileService, get)
    .run(actingThen(ctx, office, on(1, 1)), demo.region.code, file);
  await app.get(SubmitPlanService, get).run(actingThen(ctx, office, on(1, 3)), planId);
  await app.get(ApprovePlanService, get).run(actingThen(ctx, second, on(2, 2)), planId);
  const published = actingThen(ctx, office, on(2, 4));
  await app.get(PublishPlanService, get).run(published, { id: planId });
  const list = app.get(ListTasksService, get);
  return (await list.run(published, { region: demo.region.code, plan: planId, limit: 100 })).items;
}

/** The unit's handler: one of the demo's people where the unit has one, else a 联络员 made for it. */
async function reporterOf(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  unit: string,
): Promise<Actor> {
  const unitId = idOf(demo.units, unit);
  for (const person of demo.people.values()) {
    if (person.memberships.some((each) => each.unitId === unitId && each.role === 'handler')) return person;
  }
  const memberships = [{ role: 'handler', regionId: demo.region.id, unitId } as const];
  return app.get(CreateAccountService, { strict: false }).run(ctx, { name: `${unit}联络员`, memberships });
}

interface TaskLife {
  task: DemoTask;
  taskId: number;
  reporter: Actor;
  reportedOn: readonly string[];
}

/** Its reports, each approved; the last of a finished task asks for close-out and gets it. */
async function liveTask(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  { task, taskId, reporter, reportedOn }: TaskLife,
): Promise<void> {
  const get = { strict: false };
  const today = ctx.clock.today();
  const finished =
    task.light === 'done' ||
    task.light === 'doneLate' ||
    (task.continuous === true && reportedOn.every((on) => addDays(on, 40) < today));
  for (const [i, on] of reportedOn.entries()) {
    const last = i === reportedOn.length - 1;
    const percent = last ? (finished ? 100 : (task.percent ?? 0)) : Math.round((task.percent ?? 0) / 2);
    const text = last ? (task.report ?? '工作按计划推进。') : '已制定方案，明确了责任人和时间安排。';
    const at = inOfficeHours(on, taskId + i);
    const asksClose = last && finished;
    const reporting = actingThen(ctx, reporter, at);
    const attachments: number[] = [];
    for (let nth = 0; last && nth < photosOf(task); nth += 1) {
      attachments.push(await sendDemoPhoto(app, reporting, taskId, nth));
    }
    const report = await app.get(ReportProgressService, get).run(reporting, {
      id: taskId,
      text,
      percent,
      links: [],
      attachments,
      asksClose,
    });
    const reviewer = reviewerFor(demo, reporter);
    const decidedAt = new Date(at.getTime() + 50 * 60_000);
    await app
      .get(DecideProgressService, get)
      .run(actingThen(ctx, reviewer, decidedAt), report.id, 'approve', null);
    if (!asksClose) continue;
    const closedAt = new Date(at.getTime() + 26 * 3600_000);
    const closing = actingThen(
      ctx,
      idOf(demo.people, '林芳'),
      closedAt < ctx.clock.now() ? closedAt : ctx.clock.now(),
    );
    await app
      .get(CloseOutTaskService, get)
      .run(closing, { id: taskId, note: '已核对公开页面和台账，与报送内容一致，予以销号。' });
  }
}

/** Some units show what they did: the 民生实事 and what is due soon. */
const photosOf = (task: DemoTask): number =>
  task.text.includes('民生实事') ? 3 : task.light === 'dueSoon' ? 2 : 0;

/** A reviewer of the reporter's own unit, or the office where the unit has none. */
function reviewerFor(demo: DemoRegion, reporter: Actor): Actor {
  const unitIds = reporter.memberships.map((each) => each.unitId);
  const own = [...demo.people.values()].find((person) =>
    person.memberships.some((each) => each.role === 'reviewer' && unitIds.includes(each.unitId)),
  );
  return own ?? idOf(demo.people, '蒋文');
}
