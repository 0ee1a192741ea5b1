import { Injectable } from '@nestjs/common';
import type { Attachment } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { SpooledFile } from '../../core/http/api-request';
import { StoreAttachmentService } from '../attachment/store-attachment.service';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { requireReporter } from './progress.policy';

/** Takes a file for the next report on a task, from somebody who may report on it. */
@Injectable()
export class AttachFileService {
  constructor(
    private readonly tasks: TaskService,
    private readonly taskWorkflow: TaskWorkflow,
    private readonly store: StoreAttachmentService,
  ) {}

  async run(ctx: Ctx, taskId: number, file: Pick<SpooledFile, 'fileName' | 'path'>): Promise<Attachment> {
    const task = await this.tasks.find(ctx, taskId);
    requireReporter(ctx, task, await this.tasks.reachedUnitIds(ctx, task.id), undefined);
    this.taskWorkflow.assertAllowed(task, 'report');
    const scope = { regionId: task.regionId, purpose: 'progress', scopeId: task.id } as const;
    return this.store.run(ctx, scope, file);
  }
}
