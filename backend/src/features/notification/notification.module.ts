import { Module } from '@nestjs/common';
import { DeputyModule } from '../deputy/deputy.module';
import { RegionModule } from '../region/region.module';
import { ScreeningModule } from '../screening/screening.module';
import { RobotChannel } from './channels/robot.channel';
import { SmsChannel } from './channels/sms.channel';
import { WechatChannel } from './channels/wechat.channel';
import { DeliverNoticeService } from './deliver-notice.service';
import { DeliverOutside } from './deliver-outside.service';
import { DeliveryRepository } from './delivery.repository';
import { ListNotificationsService } from './list-notifications.service';
import { NoticesOfAccount } from './notices-of-account';
import { NotificationController } from './notification.controller';
import { NotificationRepository } from './notification.repository';
import { ReadNotificationService } from './read-notification.service';
import { RegionChannelRepository } from './region-channel.repository';
import { RegionChannelsService } from './region-channels.service';
import { SubscriptionController } from './subscription.controller';
import { SubscriptionRepository } from './subscription.repository';
import { SubscriptionsService } from './subscriptions.service';
import { TakePushService } from './take-push.service';
import { TryChannelService } from './try-channel.service';
import { WechatPushRoute } from './wechat-push.route';

@Module({
  imports: [DeputyModule, RegionModule, ScreeningModule],
  controllers: [NotificationController, SubscriptionController],
  providers: [
    NotificationRepository,
    DeliverNoticeService,
    DeliverOutside,
    DeliveryRepository,
    ListNotificationsService,
    ReadNotificationService,
    NoticesOfAccount,
    RegionChannelRepository,
    RegionChannelsService,
    RobotChannel,
    SmsChannel,
    SubscriptionRepository,
    SubscriptionsService,
    TakePushService,
    TryChannelService,
    WechatChannel,
    WechatPushRoute,
  ],
  exports: [NoticesOfAccount],
})
export class NotificationModule {}
