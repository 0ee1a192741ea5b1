import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { AttachmentModule } from '../attachment/attachment.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { AttachFileService } from './attach-file.service';
import { LinkChecker } from '../../adapters/link-check';
import { PlanModule } from '../plan/plan.module';
import { AskedCloseOutService } from './asked-close-out.service';
import { CheckLinksService } from './check-links.service';
import { CloseOutCheckService } from './close-out-check.service';
import { CloseOutController } from './close-out.controller';
import { CloseOutTaskService } from './close-out-task.service';
import { DecideProgressService } from './decide-progress.service';
import { LinkCheckRepository } from './link-check.repository';
import { HandOverReports } from './hand-over-reports.service';
import { OtherReviewersService } from './other-reviewers.service';
import { ProgressController } from './progress.controller';
import { ProgressEntriesService } from './progress-entries.service';
import { ProgressNotices } from './progress-notices.service';
import { ProgressRepository } from './progress.repository';
import { ProgressService } from './progress.service';
import { ProgressWorkflow } from './progress.workflow';
import { ReopenTaskService } from './reopen-task.service';
import { ReportProgressService } from './report-progress.service';
import { ShowProgressService } from './show-progress.service';
import { TaskProgressService } from './task-progress.service';

@Module({
  imports: [UnitModule, AccountModule, AttachmentModule, PlanModule, TaskModule],
  controllers: [ProgressController, CloseOutController],
  providers: [
    ProgressRepository,
    ProgressWorkflow,
    ProgressNotices,
    ProgressEntriesService,
    AttachFileService,
    HandOverReports,
    OtherReviewersService,
    ProgressService,
    TaskProgressService,
    ReportProgressService,
    DecideProgressService,
    ShowProgressService,
    LinkChecker,
    LinkCheckRepository,
    CheckLinksService,
    AskedCloseOutService,
    CloseOutCheckService,
    CloseOutTaskService,
    ReopenTaskService,
  ],
  exports: [
    HandOverReports,
    ProgressService,
    AttachFileService,
    ReportProgressService,
    DecideProgressService,
    CloseOutTaskService,
  ],
})
export class ProgressModule {}
