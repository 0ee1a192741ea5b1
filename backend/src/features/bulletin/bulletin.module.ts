import { Module } from '@nestjs/common';
import { AnchorModule } from '../anchor/anchor.module';
import { OversightModule } from '../oversight/oversight.module';
import { PlanModule } from '../plan/plan.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { AnnualSectionService } from './annual-section.service';
import { BulletinController } from './bulletin.controller';
import { BulletinFileService } from './bulletin-file.service';
import { BulletinRepository } from './bulletin.repository';
import { CountBulletinService } from './count-bulletin.service';
import { CreateBulletinService } from './create-bulletin.service';
import { FindBulletinService } from './find-bulletin.service';
import { MoveBulletinService } from './move-bulletin.service';
import { ShowBulletinService } from './show-bulletin.service';

/** 通报 with frozen figures, and the section for the yearly report. */
@Module({
  imports: [RegionModule, UnitModule, PlanModule, TaskModule, OversightModule, AnchorModule],
  controllers: [BulletinController],
  providers: [
    BulletinRepository,
    FindBulletinService,
    ShowBulletinService,
    CountBulletinService,
    CreateBulletinService,
    MoveBulletinService,
    AnnualSectionService,
    BulletinFileService,
  ],
})
export class BulletinModule {}
