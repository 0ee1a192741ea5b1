import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { SpooledFile } from '../../core/http/api-request';
import { ContextParam, Input, Route, SpooledParam } from '../../core/http/route.decorator';
import { AttachFileService } from './attach-file.service';
import { DecideProgressService } from './decide-progress.service';
import { ReopenTaskService } from './reopen-task.service';
import { ReportProgressService } from './report-progress.service';
import { ShowProgressService } from './show-progress.service';

@Controller()
export class ProgressController {
  constructor(
    private readonly reportProgress: ReportProgressService,
    private readonly attachFile: AttachFileService,
    private readonly decideProgress: DecideProgressService,
    private readonly showProgress: ShowProgressService,
    private readonly reopenTask: ReopenTaskService,
  ) {}

  @Route(endpoints.task.report)
  report(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.report>) {
    return this.reportProgress.run(ctx, input);
  }

  @Route(endpoints.task.attach)
  attach(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.task.attach>,
    @SpooledParam() file: SpooledFile,
  ) {
    return this.attachFile.run(ctx, input.id, file);
  }

  @Route(endpoints.task.getProgress)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.getProgress>) {
    return this.showProgress.run(ctx, input.id);
  }

  @Route(endpoints.task.approveProgress)
  approve(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.approveProgress>) {
    return this.decideProgress.run(ctx, input.id, 'approve', null);
  }

  @Route(endpoints.task.sendBackProgress)
  sendBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.sendBackProgress>) {
    return this.decideProgress.run(ctx, input.id, 'sendBack', input.note);
  }

  @Route(endpoints.task.reopen)
  reopen(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.reopen>) {
    return this.reopenTask.run(ctx, input);
  }
}
