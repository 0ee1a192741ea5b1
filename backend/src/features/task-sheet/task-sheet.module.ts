import { Module } from '@nestjs/common';
import { PlanModule } from '../plan/plan.module';
import { ProgressModule } from '../progress/progress.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { CompareSheetService } from './compare-sheet.service';
import { ExportTasksService } from './export-tasks.service';
import { ImportTasksService } from './import-tasks.service';
import { TaskSheetController } from './task-sheet.controller';

/** 台账 in Excel: out with lights and links, back with every row checked. */
@Module({
  imports: [RegionModule, UnitModule, PlanModule, TaskModule, ProgressModule],
  controllers: [TaskSheetController],
  providers: [ExportTasksService, CompareSheetService, ImportTasksService],
})
export class TaskSheetModule {}
