import { Module } from '@nestjs/common';
import { RegionModule } from '../region/region.module';
import { EntryController } from './entry.controller';
import { EntryService } from './entry.service';

/** 扫码进入: mini-program codes of notices and of replies. */
@Module({
  imports: [RegionModule],
  controllers: [EntryController],
  providers: [EntryService],
})
export class EntryModule {}
