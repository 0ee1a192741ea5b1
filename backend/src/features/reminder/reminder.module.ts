import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { DeadlineModule } from '../deadline/deadline.module';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { RemindTasksService } from './remind-tasks.service';
import { ReminderRepository } from './reminder.repository';

/** 催办 by the clock: due-soon and stale tasks, told to their units with spacing. */
@Module({
  imports: [RegionModule, AccountModule, DeadlineModule, TaskModule],
  providers: [ReminderRepository, RemindTasksService],
})
export class ReminderModule {}
