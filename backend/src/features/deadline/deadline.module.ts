import { Module } from '@nestjs/common';
import { DeadlineRepository } from './deadline.repository';
import { DeadlineService } from './deadline.service';

/** Due dates of a region; the counting itself is the pure library beside this file. */
@Module({
  providers: [DeadlineRepository, DeadlineService],
  exports: [DeadlineService],
})
export class DeadlineModule {}
