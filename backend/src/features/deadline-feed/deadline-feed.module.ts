import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { MessageModule } from '../message/message.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { CalendarFeedRepository } from './calendar-feed.repository';
import { DeadlineDaysService } from './deadline-days.service';
import { DeadlineFeedController } from './deadline-feed.controller';
import { DeadlineFeedService } from './deadline-feed.service';

/** 期限日历: deadlines in the calendars of phones. */
@Module({
  imports: [RegionModule, UnitModule, AccountModule, TaskModule, MessageModule],
  controllers: [DeadlineFeedController],
  providers: [CalendarFeedRepository, DeadlineDaysService, DeadlineFeedService],
})
export class DeadlineFeedModule {}
