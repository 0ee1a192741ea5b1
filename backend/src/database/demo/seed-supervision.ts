import type { INestApplicationContext } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { IssueSupervisionService } from '../../features/supervision/issue-supervision.service';
import { MoveSupervisionService } from '../../features/supervision/move-supervision.service';
import { ListTasksService } from '../../features/task/list-tasks.service';
import { actingThen, type DemoRegion } from './demo-region';
import { idOf } from './seed-people';

const HOUR = 3_600_000;

/** Two 督办单 of the demo's official: one that waits for its answer, one that waits to be decided. */
export async function seedSupervision(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
): Promise<void> {
  const get = { strict: false };
  const issue = app.get(IssueSupervisionService, get);
  const at = (hoursAgo: number): Date => new Date(ctx.clock.now().getTime() - hoursAgo * HOUR);
  const official = idOf(demo.people, '韩立新');
  const first = await firstTask(app, ctx, demo, '县人力资源和社会保障局');
  const second = await firstTask(app, ctx, demo, '县住房和城乡建设局');
  if (second !== null) {
    const made = await issue.onTask(actingThen(ctx, official, at(50)), {
      id: second.taskId,
      unitId: second.unitId,
      instruction: '请说明这项工作目前的进度、还缺什么、什么时候能公开。',
      days: 5,
    });
    const text = '材料已经备齐，正在核对数据，预计下周公开，公开后报送链接。';
    const handler = idOf(demo.people, '赵磊');
    await app.get(MoveSupervisionService, get).answer(actingThen(ctx, handler, at(3)), { id: made.id, text });
  }
  if (first === null) return;
  await issue.onTask(actingThen(ctx, official, at(2)), {
    id: first.taskId,
    unitId: first.unitId,
    instruction: '群众问得多，请尽快公开，并反馈完成时间和责任人。',
    days: 3,
  });
}

/** The most pressing open task of a unit; null when it has none. */
async function firstTask(
  app: INestApplicationContext,
  ctx: Ctx,
  demo: DemoRegion,
  unit: string,
): Promise<{ taskId: number; unitId: number } | null> {
  const list = app.get(ListTasksService, { strict: false });
  const unitId = idOf(demo.units, unit);
  for (const light of ['overdue', 'dueSoon', 'stale', 'onTrack'] as const) {
    const asked = { region: demo.region.code, unit: unitId, light, limit: 1 };
    const [task] = (await list.run(ctx, asked)).items;
    if (task) return { taskId: task.id, unitId };
  }
  return null;
}
