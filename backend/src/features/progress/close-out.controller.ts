import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { CloseOutCheckService } from './close-out-check.service';
import { CloseOutTaskService } from './close-out-task.service';

@Controller()
export class CloseOutController {
  constructor(
    private readonly closeOutTask: CloseOutTaskService,
    private readonly closeOutCheck: CloseOutCheckService,
  ) {}

  @Route(endpoints.closeOut.check)
  check(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.closeOut.check>) {
    return this.closeOutCheck.run(ctx, input.id);
  }

  @Route(endpoints.task.closeOut)
  closeOut(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.task.closeOut>) {
    return this.closeOutTask.run(ctx, input);
  }

  @Route(endpoints.closeOut.returnIt)
  giveBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.closeOut.returnIt>) {
    return this.closeOutTask.giveBack(ctx, input);
  }

  @Route(endpoints.closeOut.checkLinks)
  checkLinks(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.closeOut.checkLinks>) {
    return this.closeOutCheck.recheck(ctx, input.id);
  }
}
