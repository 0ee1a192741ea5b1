import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { DeadlineModule } from '../deadline/deadline.module';
import { PlanModule } from '../plan/plan.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { AddPartsService } from './add-parts.service';
import { AddTasksService } from './add-tasks.service';
import { AmendChange } from './amend.change';
import { AmendTaskService } from './amend-task.service';
import { ApplyChangeService } from './apply-change.service';
import { AssignUnitsService } from './assign-units.service';
import { CarryChange } from './carry.change';
import { CreateTasksService } from './create-tasks.service';
import { ListTaskEventsService } from './list-task-events.service';
import { ListTaskVersionsService } from './list-task-versions.service';
import { DecideChangeService } from './decide-change.service';
import { LedgerController } from './ledger.controller';
import { ListPartsService } from './list-parts.service';
import { ListTasksService } from './list-tasks.service';
import { MarkLivelihoodService } from './mark-livelihood.service';
import { LookBackRepository } from './look-back.repository';
import { LookBackService } from './look-back.service';
import { MergeChange } from './merge.change';
import { NewTaskRepository } from './new-task.repository';
import { ProposeChangeService } from './propose-change.service';
import { ReachService } from './reach.service';
import { RemarkTaskService } from './remark-task.service';
import { RequireEvidenceService } from './require-evidence.service';
import { ShowChangeService } from './show-change.service';
import { ShowTaskService } from './show-task.service';
import { SplitChange } from './split.change';
import { TaskAnnex } from './task-annex';
import { TaskChangeController } from './task-change.controller';
import { TaskChangeNotices } from './task-change-notices.service';
import { TaskChangeRepository } from './task-change.repository';
import { TaskController } from './task.controller';
import { TaskDayService } from './task-day.service';
import { TaskEventRepository } from './task-event.repository';
import { TaskEditRepository } from './task-edit.repository';
import { TaskFigures } from './task-figures.service';
import { TaskFiguresRepository } from './task-figures.repository';
import { TaskHistoryService } from './task-history.service';
import { TaskLedger } from './task-ledger.service';
import { TaskReport } from './task-report.service';
import { TaskReportRepository } from './task-report.repository';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';
import { TaskService } from './task.service';
import { TaskVersionRepository } from './task-version.repository';
import { TaskVersionService } from './task-version.service';
import { TaskWorkflow } from './task.workflow';

@Module({
  imports: [RegionModule, UnitModule, AccountModule, DeadlineModule, SearchModule, PlanModule],
  controllers: [TaskController, LedgerController, TaskChangeController],
  providers: [
    TaskRepository,
    NewTaskRepository,
    TaskFiguresRepository,
    TaskVersionRepository,
    TaskVersionService,
    ListTaskVersionsService,
    TaskEventRepository,
    ListTaskEventsService,
    MarkLivelihoodService,
    TaskWorkflow,
    TaskAnnex,
    TaskDayService,
    TaskFigures,
    TaskReportRepository,
    TaskReport,
    TaskLedger,
    TaskService,
    CreateTasksService,
    ListTasksService,
    ShowTaskService,
    ReachService,
    TaskSearch,
    TaskHistoryService,
    TaskEditRepository,
    TaskChangeRepository,
    TaskChangeNotices,
    AddTasksService,
    AssignUnitsService,
    RequireEvidenceService,
    AddPartsService,
    ListPartsService,
    AmendChange,
    SplitChange,
    MergeChange,
    CarryChange,
    ApplyChangeService,
    ProposeChangeService,
    AmendTaskService,
    DecideChangeService,
    ShowChangeService,
    RemarkTaskService,
    LookBackRepository,
    LookBackService,
  ],
  exports: [
    ListTasksService,
    TaskReport,
    TaskAnnex,
    TaskDayService,
    TaskFigures,
    TaskService,
    TaskVersionService,
    TaskWorkflow,
    CreateTasksService,
    ShowTaskService,
    ShowChangeService,
    AssignUnitsService,
    AmendTaskService,
  ],
})
export class TaskModule {}
