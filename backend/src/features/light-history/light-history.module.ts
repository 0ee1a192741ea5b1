import { Module } from '@nestjs/common';
import { DeadlineModule } from '../deadline/deadline.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { FreezeLightsService } from './freeze-lights.service';
import { LightHistoryController } from './light-history.controller';
import { LightHistoryRepository } from './light-history.repository';
import { LightHistoryService } from './light-history.service';

@Module({
  imports: [RegionModule, DeadlineModule, TaskModule],
  controllers: [LightHistoryController],
  providers: [LightHistoryRepository, LightHistoryService, FreezeLightsService],
  exports: [LightHistoryService],
})
export class LightHistoryModule {}
