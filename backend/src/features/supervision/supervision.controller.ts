import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { IssueSupervisionService } from './issue-supervision.service';
import { ListSupervisionsService } from './list-supervisions.service';
import { MoveSupervisionService } from './move-supervision.service';
import { ShowSupervisionService } from './show-supervision.service';
import { SubjectSupervisionService } from './subject-supervision.service';
import { UrgeService } from './urge.service';

const calls = endpoints.supervision;
type Calls = typeof calls;

@Controller()
export class SupervisionController {
  constructor(
    private readonly issueSupervision: IssueSupervisionService,
    private readonly moveSupervision: MoveSupervisionService,
    private readonly listSupervisions: ListSupervisionsService,
    private readonly showSupervision: ShowSupervisionService,
    private readonly ofSubject: SubjectSupervisionService,
    private readonly urges: UrgeService,
  ) {}

  @Route(calls.superviseTask)
  superviseTask(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['superviseTask']>) {
    return this.issueSupervision.onTask(ctx, input);
  }

  @Route(calls.superviseMessage)
  superviseMessage(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['superviseMessage']>) {
    return this.issueSupervision.onMessage(ctx, input);
  }

  @Route(calls.ofTask)
  ofTask(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['ofTask']>) {
    return this.ofSubject.ofTask(ctx, input.id);
  }

  @Route(calls.ofMessage)
  ofMessage(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['ofMessage']>) {
    return this.ofSubject.ofMessage(ctx, input.id);
  }

  @Route(calls.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['list']>) {
    return this.listSupervisions.run(ctx, input);
  }

  @Route(calls.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['get']>) {
    return this.showSupervision.run(ctx, input.id);
  }

  @Route(calls.answer)
  answer(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['answer']>) {
    return this.moveSupervision.answer(ctx, input);
  }

  @Route(calls.close)
  close(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['close']>) {
    return this.moveSupervision.close(ctx, input);
  }

  @Route(calls.return)
  return(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['return']>) {
    return this.moveSupervision.return(ctx, input);
  }

  @Route(calls.cancel)
  cancel(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['cancel']>) {
    return this.moveSupervision.cancel(ctx, input);
  }

  @Route(calls.urgeTask)
  urgeTask(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['urgeTask']>) {
    return this.urges.task(ctx, input.id);
  }

  @Route(calls.urgeMessage)
  urgeMessage(@ContextParam() ctx: Ctx, @Input() input: InputOf<Calls['urgeMessage']>) {
    return this.urges.message(ctx, input.id);
  }
}
