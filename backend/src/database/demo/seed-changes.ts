import type { INestApplicationContext } from '@nestjs/common';
import type { TaskRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { FollowService } from '../../features/follow/follow.service';
import { DecideChangeService } from '../../features/task/decide-change.service';
import { ListTasksService } from '../../features/task/list-tasks.service';
import { ProposeChangeService } from '../../features/task/propose-change.service';
import { actingThen, type DemoRegion } from './demo-region';
import { idOf } from './seed-people';

const HOUR = 3_600_000;

/** A wording that two people have changed, one that waits for the second, and what 王秀兰 follows. */
export async function seedChanges(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const get = { strict: false };
  const list = app.get(ListTasksService, get);
  const find = async (q: string): Promise<TaskRow> => {
    const [task] = (await list.run(ctx, { region: demo.region.code, q, limit: 1 })).items;
    if (!task) throw new Error(`the demo plan has no task with ${q}`);
    return task;
  };
  const at = (hoursAgo: number): Date => new Date(ctx.clock.now().getTime() - hoursAgo * HOUR);
  const propose = app.get(ProposeChangeService, get);
  const first = idOf(demo.people, '蒋文');
  const changed = await find('征地批准文件');
  const { id } = await propose.run(
    actingThen(ctx, first, at(200)),
    changed.id,
    'amend',
    { text: `${changed.text}，同时在村（居）公开栏张贴` },
    '群众反映网上不好找，补充线下张贴的要求。',
  );
  await app
    .get(DecideChangeService, get)
    .run(actingThen(ctx, idOf(demo.people, '何敏'), at(196)), id, 'applied', null);
  const waiting = await find('政策问答库');
  await propose.run(
    actingThen(ctx, first, at(20)),
    waiting.id,
    'amend',
    { text: waiting.text.replace('三百个问题', '三百个问题，每月更新一次') },
    '按群众意见，写明更新的周期。',
  );
  const follow = app.get(FollowService, get);
  const citizen = actingThen(ctx, idOf(demo.people, '王秀兰'), at(150));
  for (const q of ['北岭引水工程', '惠农补贴']) await follow.followTask(citizen, (await find(q)).id);
  await follow.followUnit(citizen, idOf(demo.units, '县人力资源和社会保障局'));
}
