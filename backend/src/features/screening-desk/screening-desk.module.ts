import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module';
import { RegionModule } from '../region/region.module';
import { ScreeningModule } from '../screening/screening.module';
import { ScreeningDeskController } from './screening-desk.controller';
import { ScreeningDeskRepository } from './screening-desk.repository';
import { ScreeningDeskService } from './screening-desk.service';

/** Where people decide what content checks could not. */
@Module({
  imports: [RegionModule, ScreeningModule, AttachmentModule],
  controllers: [ScreeningDeskController],
  providers: [ScreeningDeskRepository, ScreeningDeskService],
})
export class ScreeningDeskModule {}
