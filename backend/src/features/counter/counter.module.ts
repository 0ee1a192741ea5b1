import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { UnitModule } from '../unit/unit.module';
import { CounterController } from './counter.controller';
import { CounterRepository } from './counter.repository';
import { ManageCountersService } from './manage-counters.service';
import { VisitCounterService } from './visit-counter.service';

/** 服务窗口: codes on the counters, and what happens when somebody scans one. */
@Module({
  imports: [RegionModule, UnitModule],
  controllers: [CounterController],
  providers: [CounterRepository, ManageCountersService, VisitCounterService],
  exports: [VisitCounterService],
})
export class CounterModule {}
