import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { OversightModule } from '../oversight/oversight.module';
import { PlanModule } from '../plan/plan.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { GiveOpenDataService } from './give-open-data.service';
import { OpenDataController } from './open-data.controller';
import { OpenDataRowsService } from './open-data-rows.service';

/** 开放数据: what is public, as files with a stable schema. */
@Module({
  imports: [RegionModule, PlanModule, TaskModule, MessageModule, OversightModule],
  controllers: [OpenDataController],
  providers: [OpenDataRowsService, GiveOpenDataService],
})
export class OpenDataModule {}
