import { Module } from '@nestjs/common';
import { DeadlineRepository } from './deadline.repository';
import { DeadlineService } from './deadline.service';
import { RegionCalendars } from './region-calendars';

/** Due dates of a region; the counting itself is the pure library beside this file. */
@Module({
  providers: [DeadlineRepository, RegionCalendars, DeadlineService],
  exports: [DeadlineService],
})
export class DeadlineModule {}
