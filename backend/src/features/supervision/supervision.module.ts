import { Module } from '@nestjs/common';
import { DeadlineModule } from '../deadline/deadline.module';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { IssueSupervisionService } from './issue-supervision.service';
import { ListSupervisionsService } from './list-supervisions.service';
import { MoveSupervisionService } from './move-supervision.service';
import { ShowSupervisionService } from './show-supervision.service';
import { SubjectSupervisionService } from './subject-supervision.service';
import { SupervisedThings } from './supervised-things.service';
import { SupervisionController } from './supervision.controller';
import { SupervisionListRepository } from './supervision-list.repository';
import { SupervisionNotices } from './supervision-notices.service';
import { SupervisionRepository } from './supervision.repository';
import { SupervisionService } from './supervision.service';
import { SupervisionSweep } from './supervision-sweep.service';
import { SupervisionWorkflow } from './supervision.workflow';
import { UrgeRepository } from './urge.repository';
import { UrgeService } from './urge.service';

/** 督办 and 催办: an official's formal push with a day, and a tap that reminds. */
@Module({
  imports: [RegionModule, UnitModule, DeadlineModule, TaskModule, MessageModule],
  controllers: [SupervisionController],
  providers: [
    SupervisionRepository,
    SupervisionListRepository,
    UrgeRepository,
    SupervisionWorkflow,
    SupervisionNotices,
    SupervisionSweep,
    SupervisedThings,
    SupervisionService,
    SubjectSupervisionService,
    IssueSupervisionService,
    MoveSupervisionService,
    ListSupervisionsService,
    ShowSupervisionService,
    UrgeService,
  ],
  exports: [SupervisionService],
})
export class SupervisionModule {}
