import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, PartRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { TaskDayService } from './task-day.service';
import { toTaskRow } from './task.mapper';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';

/** The villages of a task in the order of their list. */
@Injectable()
export class ListPartsService {
  constructor(
    private readonly taskService: TaskService,
    private readonly tasks: TaskRepository,
    private readonly days: TaskDayService,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.ledger.parts>): Promise<Page<PartRow>> {
    const task = await this.taskService.find(ctx, input.id);
    const day = await this.days.of(ctx, task.regionId);
    const { items, nextCursor } = await this.tasks.parts(ctx, task.id, input);
    return { items: items.map((part) => ({ ...toTaskRow(part, day), place: part.place ?? '' })), nextCursor };
  }
}
