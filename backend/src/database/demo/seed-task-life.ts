import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Light, type TaskRow } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { CreateAccountService } from '../../features/account/create-account.service';
import { CloseOutTaskService } from '../../features/progress/close-out-task.service';
import { DecideProgressService } from '../../features/progress/decide-progress.service';
import { ReportProgressService } from '../../features/progress/report-progress.service';
import { AddPartsService } from '../../features/task/add-parts.service';
import { ListPartsService } from '../../features/task/list-parts.service';
import { sendDemoPhoto } from './demo-photo';
import type { DemoTask } from './demo-plan-tasks.data';
import { actingThen, type DemoRegion } from './demo-region';
import { inOfficeHours } from './demo-schedule';
import { idOf } from './seed-people';

/** A collective unit reports through one of its members. */
const spokesman: Record<string, string> = { 各乡镇人民政府: '城关镇人民政府' };

/** What became of one task of a plan. */
export type TaskLife = Pick<DemoTask, 'lead' | 'text' | 'percent' | 'report' | 'continuous' | 'places'> & {
  light?: Light;
  finished: boolean;
  /** The dates of its reports, oldest first; the last one asks for close-out when the task is finished. */
  reportedOn: readonly string[];
};

/** Lives the tasks of a plan, in the order of its table, from their first report until today. */
export async function liveTasks(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  tasks: readonly TaskRow[],
  lives: readonly TaskLife[],
): Promise<void> {
  for (const [i, life] of lives.entries()) {
    const row = tasks.find((each) => each.no === String(i + 1));
    if (!row) throw new Error(`the demo plan was read without its task ${i + 1}`);
    const reporter = await reporterOf(app, ctx, demo, spokesman[life.lead] ?? life.lead);
    if (life.places) await liveVillages(app, ctx, demo, { life, taskId: row.id, reporter });
    else await liveTask(app, ctx, demo, { life, taskId: row.id, reporter });
  }
}

/** The unit's handler: one of the demo's people where the unit has one, else a 联络员 made for it. */
async function reporterOf(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  unit: string,
): Promise<Actor> {
  const unitId = idOf(demo.units, unit);
  const known = [...demo.people.values(), ...demo.reporters.values()].find((person) =>
    person.memberships.some((each) => each.unitId === unitId && each.role === 'handler'),
  );
  if (known) return known;
  const memberships = [{ role: 'handler', regionId: demo.region.id, unitId } as const];
  const name = `${unit}联络员`;
  const made = await app.get(CreateAccountService, { strict: false }).run(ctx, { name, memberships });
  demo.reporters.set(unit, made);
  return made;
}

interface LivedTask {
  life: TaskLife;
  taskId: number;
  reporter: Actor;
}

/** Its reports, each approved; the last of a finished task asks for close-out and gets it. */
async function liveTask(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  { life, taskId, reporter }: LivedTask,
): Promise<void> {
  for (const [i, on] of life.reportedOn.entries()) {
    const last = i === life.reportedOn.length - 1;
    const asksClose = last && life.finished;
    const percent = life.percent ?? 0;
    const at = inOfficeHours(on, taskId + i);
    const photos: number[] = [];
    for (let nth = 0; last && nth < photosOf(life); nth += 1)
      photos.push(await sendDemoPhoto(app, actingThen(ctx, reporter, at), taskId, nth));
    await report(app, ctx, demo, reporter, at, {
      id: taskId,
      text: last ? (life.report ?? '工作按计划推进。') : '已制定方案，明确了责任人和时间安排。',
      percent: asksClose ? 100 : last ? percent : Math.round(percent / 2),
      links: [],
      attachments: photos,
      asksClose,
    });
    if (asksClose) await closeOut(app, ctx, demo, taskId, at);
  }
}

/** Divided into villages on the day before its first report; the first half of them are through. */
async function liveVillages(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  { life, taskId, reporter }: LivedTask,
): Promise<void> {
  const [on] = life.reportedOn;
  if (!on) return;
  const get = { strict: false };
  const dividing = actingThen(ctx, idOf(demo.people, '林芳'), inOfficeHours(addDays(on, -1)));
  await app.get(AddPartsService, get).run(dividing, { id: taskId, list: life.places ?? '' });
  const { items } = await app.get(ListPartsService, get).run(dividing, { id: taskId, limit: 100 });
  for (const [i, part] of items.slice(0, Math.ceil(items.length / 2)).entries()) {
    await report(app, ctx, demo, reporter, inOfficeHours(on, i), {
      id: part.id,
      text: `${part.place}${life.report ?? '已完成。'}`,
      percent: 100,
      links: [],
      attachments: [],
      asksClose: true,
    });
    await closeOut(app, ctx, demo, part.id, inOfficeHours(on, i));
  }
}

/** A report, and its approval within the hour. */
async function report(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  reporter: Actor,
  at: Date,
  input: Parameters<ReportProgressService['run']>[1],
): Promise<void> {
  const get = { strict: false };
  const { id } = await app.get(ReportProgressService, get).run(actingThen(ctx, reporter, at), input);
  const decidedAt = new Date(at.getTime() + 50 * 60_000);
  await app
    .get(DecideProgressService, get)
    .run(actingThen(ctx, reviewerFor(demo, reporter), decidedAt), id, 'approve', null);
}

/** The office's check on the day after the report. */
async function closeOut(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  id: number,
  reportedAt: Date,
): Promise<void> {
  const now = ctx.clock.now();
  const dayAfter = new Date(reportedAt.getTime() + 26 * 3600_000);
  await app
    .get(CloseOutTaskService, { strict: false })
    .run(actingThen(ctx, idOf(demo.people, '林芳'), dayAfter < now ? dayAfter : now), {
      id,
      note: '已核对公开页面和台账，与报送内容一致，予以销号。',
    });
}

/** Some units show what they did: the 民生实事 and what is due soon. */
const photosOf = (life: TaskLife): number =>
  life.text.includes('民生实事') ? 3 : life.light === 'dueSoon' ? 2 : 0;

/** A reviewer of the reporter's own unit, or the office where the unit has none. */
function reviewerFor(demo: DemoRegion, reporter: Actor): Actor {
  const unitIds = reporter.memberships.map((each) => each.unitId);
  const own = [...demo.people.values()].find((person) =>
    person.memberships.some((each) => each.role === 'reviewer' && unitIds.includes(each.unitId)),
  );
  return own ?? idOf(demo.people, '蒋文');
}
