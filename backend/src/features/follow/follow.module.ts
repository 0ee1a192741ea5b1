import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { TaskModule } from '../task/task.module';
import { UnitModule } from '../unit/unit.module';
import { FollowController } from './follow.controller';
import { FollowRepository } from './follow.repository';
import { FollowService } from './follow.service';
import { ListFollowsService } from './list-follows.service';
import { TellFollowersService } from './tell-followers.service';

@Module({
  imports: [RegionModule, UnitModule, TaskModule],
  controllers: [FollowController],
  providers: [FollowRepository, FollowService, ListFollowsService, TellFollowersService],
  exports: [FollowService],
})
export class FollowModule {}
