import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { InboxService } from './inbox.service';
import { ListFiguredMessagesService } from './list-figured-messages.service';
import { ReplyStatsService } from './reply-stats.service';
import { ShowBoardService } from './show-board.service';
import { ShowUnitService } from './show-unit.service';
import { TaskChangesService } from './task-changes.service';

@Controller()
export class OversightController {
  constructor(
    private readonly inboxOfCaller: InboxService,
    private readonly stats: ReplyStatsService,
    private readonly figured: ListFiguredMessagesService,
    private readonly showBoard: ShowBoardService,
    private readonly showUnit: ShowUnitService,
    private readonly changes: TaskChangesService,
  ) {}

  @Route(endpoints.oversight.inbox)
  inbox(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.oversight.inbox>) {
    return this.inboxOfCaller.run(ctx, input);
  }

  @Route(endpoints.oversight.replyStats)
  replyStats(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.oversight.replyStats>) {
    return this.stats.run(ctx, input);
  }

  @Route(endpoints.oversight.replyStatsMessages)
  replyStatsMessages(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.oversight.replyStatsMessages>,
  ) {
    return this.figured.run(ctx, input);
  }

  @Route(endpoints.oversight.unitPage)
  unitPage(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.oversight.unitPage>) {
    return this.showUnit.run(ctx, input);
  }

  @Route(endpoints.oversight.ledgerChanges)
  ledgerChanges(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.oversight.ledgerChanges>) {
    return this.changes.run(ctx, input);
  }

  @Route(endpoints.oversight.board)
  board(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.oversight.board>) {
    return this.showBoard.run(ctx, input);
  }
}
