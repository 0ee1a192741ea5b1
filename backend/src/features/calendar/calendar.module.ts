import { Module } from '@nestjs/common';
import { DeadlineModule } from '../deadline/deadline.module';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { AddOverrideService } from './add-override.service';
import { CalendarController } from './calendar.controller';
import { CalendarVersionRepository } from './calendar-version.repository';
import { CalendarYearRepository } from './calendar-year.repository';
import { DueMoveRepository } from './due-move.repository';
import { DueProposalsService } from './due-proposals.service';
import { ImportYearsService } from './import-years.service';
import { PreviewMovesService } from './preview-moves.service';
import { RecomputeDuesService } from './recompute-dues.service';
import { RecordMovesService } from './record-moves.service';
import { ShowCalendarService } from './show-calendar.service';
import { SpreadYearsService } from './spread-years.service';
import { WarnMissingYearService } from './warn-missing-year.service';
import { WithdrawOverrideService } from './withdraw-override.service';

/** The calendar desk: imported years, days of a region's own, and what they do to open items. */
@Module({
  imports: [RegionModule, DeadlineModule, MessageModule],
  controllers: [CalendarController],
  providers: [
    AddOverrideService,
    CalendarVersionRepository,
    CalendarYearRepository,
    DueMoveRepository,
    DueProposalsService,
    ImportYearsService,
    PreviewMovesService,
    RecomputeDuesService,
    RecordMovesService,
    ShowCalendarService,
    SpreadYearsService,
    WarnMissingYearService,
    WithdrawOverrideService,
  ],
})
export class CalendarModule {}
