import { Module } from '@nestjs/common';
import { DeputyModule } from '../deputy/deputy.module';
import { DeliverNoticeService } from './deliver-notice.service';
import { ListNotificationsService } from './list-notifications.service';
import { NoticesOfAccount } from './notices-of-account';
import { NotificationController } from './notification.controller';
import { NotificationRepository } from './notification.repository';
import { ReadNotificationService } from './read-notification.service';

@Module({
  imports: [DeputyModule],
  controllers: [NotificationController],
  providers: [
    NotificationRepository,
    DeliverNoticeService,
    ListNotificationsService,
    ReadNotificationService,
    NoticesOfAccount,
  ],
  exports: [NoticesOfAccount],
})
export class NotificationModule {}
