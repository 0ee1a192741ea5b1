import { Module } from '@nestjs/common';
import { MessageModule } from '../message/message.module';
import { NotificationModule } from '../notification/notification.module';
import { RegionModule } from '../region/region.module';
import { EraseAccountService } from './erase-account.service';
import { ExportMineService } from './export-mine.service';
import { PrivacyController } from './privacy.controller';
import { PrivacyGuideService } from './privacy-guide.service';

/** The rights of the person: what is kept, a copy of it, and its end. */
@Module({
  imports: [RegionModule, MessageModule, NotificationModule],
  controllers: [PrivacyController],
  providers: [EraseAccountService, ExportMineService, PrivacyGuideService],
})
export class PrivacyModule {}
