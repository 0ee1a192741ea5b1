import { Module } from '@nestjs/common';
import { DeliverNoticeService } from './deliver-notice.service';
import { ListNotificationsService } from './list-notifications.service';
import { NoticesOfAccount } from './notices-of-account';
import { NotificationController } from './notification.controller';
import { NotificationRepository } from './notification.repository';
import { ReadNotificationService } from './read-notification.service';

@Module({
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
