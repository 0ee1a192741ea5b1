import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { AddOverrideService } from './add-override.service';
import { DueProposalsService } from './due-proposals.service';
import { ImportYearsService } from './import-years.service';
import { ShowCalendarService } from './show-calendar.service';
import { WithdrawOverrideService } from './withdraw-override.service';

@Controller()
export class CalendarController {
  constructor(
    private readonly showCalendar: ShowCalendarService,
    private readonly addOverride: AddOverrideService,
    private readonly withdrawOverride: WithdrawOverrideService,
    private readonly importYears: ImportYearsService,
    private readonly dueProposals: DueProposalsService,
  ) {}

  @Route(endpoints.calendar.page)
  page(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.page>) {
    return this.showCalendar.run(ctx, input);
  }

  @Route(endpoints.calendar.previewOverride)
  previewOverride(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.calendar.previewOverride>,
  ) {
    return this.addOverride.preview(ctx, input);
  }

  @Route(endpoints.calendar.addOverride)
  override(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.addOverride>) {
    return this.addOverride.run(ctx, input);
  }

  @Route(endpoints.calendar.previewWithdrawal)
  previewWithdrawal(
    @ContextParam() ctx: Ctx,
    @Input() input: InputOf<typeof endpoints.calendar.previewWithdrawal>,
  ) {
    return this.withdrawOverride.preview(ctx, input);
  }

  @Route(endpoints.calendar.withdrawOverride)
  withdraw(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.withdrawOverride>) {
    return this.withdrawOverride.run(ctx, input);
  }

  @Route(endpoints.calendar.previewYears)
  previewYears(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.previewYears>) {
    return this.importYears.preview(ctx, input);
  }

  @Route(endpoints.calendar.importYears)
  import(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.importYears>) {
    return this.importYears.run(ctx, input);
  }

  @Route(endpoints.calendar.proposals)
  proposals(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.proposals>) {
    return this.dueProposals.list(ctx, input);
  }

  @Route(endpoints.calendar.confirmProposals)
  confirm(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.confirmProposals>) {
    return this.dueProposals.confirm(ctx, input);
  }

  @Route(endpoints.calendar.keepProposals)
  keep(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.calendar.keepProposals>) {
    return this.dueProposals.keep(ctx, input);
  }
}
