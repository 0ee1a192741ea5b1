import { Injectable } from '@nestjs/common';
import { toChinaIso, type endpoints, type InputOf, type TaskRemark } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { TaskChangeRepository } from './task-change.repository';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';

/** The only override of a light there is: words in public under a name. The light stays what it is computed to be. */
@Injectable()
export class RemarkTaskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taskService: TaskService,
    private readonly tasks: TaskRepository,
    private readonly changes: TaskChangeRepository,
  ) {}

  run(ctx: Ctx, { id, text }: InputOf<typeof endpoints.ledger.remark>): Promise<TaskRemark> {
    const { accountId, name } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const task = await this.taskService.find(ctx, id);
      const { regionId } = task;
      const as = requireMembership(ctx, { regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
      const author = [as.unitName, name].filter(Boolean).join(' ').slice(0, 60);
      const at = ctx.clock.now();
      const remark = { regionId, taskId: id, text, accountId, author, at };
      const remarkId = await this.changes.insertRemark(ctx, remark);
      await this.tasks.appendEvent(ctx, task, 'remarked');
      return { id: remarkId, text, author, at: toChinaIso(at) };
    });
  }
}
