import { Module } from '@nestjs/common';
import { PlanModule } from '../plan/plan.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { ConfirmImportService } from './confirm-import.service';
import { FindImportService } from './find-import.service';
import { ImportFileService } from './import-file.service';
import { ImportRetention } from './import-retention';
import { MatchUnitsService } from './match-units.service';
import { PlanImportController } from './plan-import.controller';
import { PlanImportRepository } from './plan-import.repository';
import { ReadPaperService } from './read-paper.service';
import { SaveImportService } from './save-import.service';
import { ShowImportService } from './show-import.service';
import { UploadImportService } from './upload-import.service';

@Module({
  imports: [RegionModule, UnitModule, PlanModule, TaskModule],
  controllers: [PlanImportController],
  providers: [
    PlanImportRepository,
    ReadPaperService,
    MatchUnitsService,
    FindImportService,
    UploadImportService,
    ShowImportService,
    SaveImportService,
    ConfirmImportService,
    ImportFileService,
    ImportRetention,
  ],
  exports: [ImportFileService],
})
export class PlanImportModule {}
