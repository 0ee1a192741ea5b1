import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { DeadlineModule } from '../deadline/deadline.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { FreezeLightsService } from './freeze-lights.service';
import { LightHistoryController } from './light-history.controller';
import { LightHistoryRepository } from './light-history.repository';
import { LightHistoryService } from './light-history.service';
import { LightSettingRepository } from './light-setting.repository';
import { LightSettingsService } from './light-settings.service';

@Module({
  imports: [RegionModule, AccountModule, DeadlineModule, TaskModule],
  controllers: [LightHistoryController],
  providers: [
    LightHistoryRepository,
    LightHistoryService,
    FreezeLightsService,
    LightSettingRepository,
    LightSettingsService,
  ],
  exports: [LightHistoryService],
})
export class LightHistoryModule {}
