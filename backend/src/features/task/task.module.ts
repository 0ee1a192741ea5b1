import { Module } from '@nestjs/common';
import { DeadlineModule } from '../deadline/deadline.module';
import { PlanModule } from '../plan/plan.module';
import { RegionModule } from '../region/region.module';
import { SearchModule } from '../search/search.module';
import { UnitModule } from '../unit/unit.module';
import { CreateTasksService } from './create-tasks.service';
import { ListTaskVersionsService } from './list-task-versions.service';
import { ListTasksService } from './list-tasks.service';
import { MarkLivelihoodService } from './mark-livelihood.service';
import { NewTaskRepository } from './new-task.repository';
import { ShowTaskService } from './show-task.service';
import { TaskAnnex } from './task-annex';
import { TaskController } from './task.controller';
import { TaskDayService } from './task-day.service';
import { TaskFigures } from './task-figures.service';
import { TaskFiguresRepository } from './task-figures.repository';
import { TaskLedger } from './task-ledger.service';
import { TaskReport } from './task-report.service';
import { TaskReportRepository } from './task-report.repository';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';
import { TaskVersionRepository } from './task-version.repository';
import { TaskVersionService } from './task-version.service';
import { TaskWorkflow } from './task.workflow';

@Module({
  imports: [RegionModule, UnitModule, DeadlineModule, SearchModule, PlanModule],
  controllers: [TaskController],
  providers: [
    TaskRepository,
    NewTaskRepository,
    TaskFiguresRepository,
    TaskVersionRepository,
    TaskVersionService,
    ListTaskVersionsService,
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
  ],
})
export class TaskModule {}
