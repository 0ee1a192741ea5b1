import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type TaskRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../../features/deadline/deadline.service';
import { ApprovePlanService } from '../../features/plan/approve-plan.service';
import { PublishPlanService } from '../../features/plan/publish-plan.service';
import { SubmitPlanService } from '../../features/plan/submit-plan.service';
import { ImportFileService } from '../../features/plan-import/import-file.service';
import { ListTasksService } from '../../features/task/list-tasks.service';
import { lastYearTasks } from './demo-last-year.data';
import { demoPlanText, lastYearPlanText } from './demo-plan-text';
import { demoTasks, type DemoTask } from './demo-plan-tasks.data';
import { actingThen, type DemoRegion } from './demo-region';
import { demoSchedule, inOfficeHours } from './demo-schedule';
import { idOf } from './seed-people';
import { liveTasks } from './seed-task-life';

/** The plan is read in from its paper, approved by a second person, published, and lived with until today. */
export async function seedLedger(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const calendar = await app.get(DeadlineService, { strict: false }).calendar(ctx, demo.region.id);
  const schedule = demoSchedule(ctx.clock.today(), calendar);
  const text = demoPlanText({ ...schedule, dueOn: schedule.tasks.map((task) => task.dueOn) });
  const tasks = await publishPlan(app, ctx, demo, { ...schedule, text });
  const today = ctx.clock.today();
  const lives = demoTasks.map((task, i) => {
    const reportedOn = schedule.tasks[i]?.reportedOn ?? [];
    return { ...task, reportedOn, finished: isFinished(task, reportedOn, today) };
  });
  await liveTasks(app, ctx, demo, tasks, lives);
}

/** A task of 全年 ends with its year: nothing has been reported since. */
const isFinished = (task: DemoTask, reportedOn: readonly string[], today: string): boolean =>
  task.light === 'done' ||
  task.light === 'doneLate' ||
  (task.continuous === true && reportedOn.every((on) => addDays(on, 40) < today));

/** The plan of the year before; what it left undone waits in 回头看. */
export async function seedLastYear(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const calendar = await app.get(DeadlineService, { strict: false }).calendar(ctx, demo.region.id);
  const planYear = demoSchedule(ctx.clock.today(), calendar).planYear - 1;
  const dates = { planYear, issuedOn: `${planYear}-05-14` };
  const text = lastYearPlanText({ ...dates, dueOn: lastYearTasks.map((task) => `${planYear}-${task.due}`) });
  const tasks = await publishPlan(app, ctx, demo, { ...dates, text });
  const lives = lastYearTasks.map((task) => ({
    ...task,
    reportedOn: task.reported.map((day) => `${planYear}-${day}`),
  }));
  await liveTasks(app, ctx, demo, tasks, lives);
}

interface DemoPaper {
  planYear: number;
  issuedOn: string;
  text: string;
}

async function publishPlan(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  { planYear, issuedOn, text }: DemoPaper,
): Promise<TaskRow[]> {
  const office = idOf(demo.people, '林芳');
  const second = idOf(demo.people, '何敏');
  const on = (days: number, nth: number) => inOfficeHours(addDays(issuedOn, days), nth);
  const file = { fileName: `${planYear}年云溪县政务公开工作要点.txt`, bytes: Buffer.from(text, 'utf8') };
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
