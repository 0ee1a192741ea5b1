import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { PlanModule } from '../plan/plan.module';
import { ProgressModule } from '../progress/progress.module';
import { RegionModule } from '../region/region.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { FiguredMessagesRepository } from './figured-messages.repository';
import { InboxAnnex } from './inbox-annex';
import { InboxService } from './inbox.service';
import { ListFiguredMessagesService } from './list-figured-messages.service';
import { OversightController } from './oversight.controller';
import { RegionFiguresOfLedger } from './region-figures.source';
import { ReplyStatsRepository } from './reply-stats.repository';
import { ReplyStatsService } from './reply-stats.service';
import { ShowBoardService } from './show-board.service';
import { ShowUnitService } from './show-unit.service';
import { TaskChangesRepository } from './task-changes.repository';
import { TaskChangesService } from './task-changes.service';

/** 待办, 统计, 看板: reads across the features, writes nothing. */
@Module({
  imports: [
    RegionModule,
    UnitModule,
    PlanModule,
    TaskModule,
    ProgressModule,
    MessageModule,
    SupervisionModule,
  ],
  controllers: [OversightController],
  providers: [
    ReplyStatsRepository,
    ReplyStatsService,
    FiguredMessagesRepository,
    ListFiguredMessagesService,
    ShowBoardService,
    ShowUnitService,
    TaskChangesService,
    TaskChangesRepository,
    InboxAnnex,
    InboxService,
    RegionFiguresOfLedger,
  ],
  exports: [ReplyStatsService, InboxAnnex],
})
export class OversightModule {}
