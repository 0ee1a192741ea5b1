import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListTaskEventsService } from './list-task-events.service';
import { ListTaskVersionsService } from './list-task-versions.service';
import { ListTasksService } from './list-tasks.service';
import { MarkLivelihoodService } from './mark-livelihood.service';
import { ShowTaskService } from './show-task.service';

@Controller()
export class TaskController {
  constructor(
    private readonly listTasks: ListTasksService,
    private readonly showTask: ShowTaskService,
    private readonly listVersions: ListTaskVersionsService,
    private readonly listEvents: ListTaskEventsService,
    private readonly mark: MarkLivelihoodService,
  ) {}

  @Route(endpoints.task.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.list>) {
    return this.listTasks.run(ctx, input);
  }

  @Route(endpoints.task.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.get>) {
    return this.showTask.run(ctx, input.id);
  }

  @Route(endpoints.task.markLivelihood)
  markLivelihood(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.markLivelihood>) {
    return this.mark.run(ctx, input);
  }

  @Route(endpoints.task.events)
  events(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.events>) {
    return this.listEvents.run(ctx, input);
  }

  @Route(endpoints.task.versions)
  versions(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.versions>) {
    return this.listVersions.run(ctx, input);
  }
}
