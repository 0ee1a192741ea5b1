import { Module, type DynamicModule } from '@nestjs/common';
import { endpoints, type Endpoint } from '@sunledger/shared-types';
import { CoreModule, type CoreParts } from './core/core.module';
import { WechatModule } from './adapters/wechat';
import { AccountModule } from './features/account/account.module';
import { AnchorModule } from './features/anchor/anchor.module';
import { DeputyModule } from './features/deputy/deputy.module';
import { ConsentModule } from './features/consent/consent.module';
import { PrivacyModule } from './features/privacy/privacy.module';
import { AttachmentModule } from './features/attachment/attachment.module';
import { LightHistoryModule } from './features/light-history/light-history.module';
import { PlanModule } from './features/plan/plan.module';
import { PlanImportModule } from './features/plan-import/plan-import.module';
import { EntryModule } from './features/entry/entry.module';
import { FollowModule } from './features/follow/follow.module';
import { ProgressModule } from './features/progress/progress.module';
import { RegionModule } from './features/region/region.module';
import { SearchModule } from './features/search/search.module';
import { TaskModule } from './features/task/task.module';
import { MessageModule } from './features/message/message.module';
import { ReplyModule } from './features/reply/reply.module';
import { RatingModule } from './features/rating/rating.module';
import { CounterModule } from './features/counter/counter.module';
import { CalendarModule } from './features/calendar/calendar.module';
import { DeliveryModule } from './features/delivery/delivery.module';
import { NotificationModule } from './features/notification/notification.module';
import { SupervisionModule } from './features/supervision/supervision.module';
import { ReminderModule } from './features/reminder/reminder.module';
import { InvitationModule } from './features/invitation/invitation.module';
import { OversightModule } from './features/oversight/oversight.module';
import { TaskSheetModule } from './features/task-sheet/task-sheet.module';
import { BulletinModule } from './features/bulletin/bulletin.module';
import { OpenDataModule } from './features/open-data/open-data.module';
import { DeadlineFeedModule } from './features/deadline-feed/deadline-feed.module';
import { ScreeningDeskModule } from './features/screening-desk/screening-desk.module';
import { UnitModule } from './features/unit/unit.module';

/** Groups of endpoints whose feature is being built: its author deletes the line when the routes stand. */
const unbuilt: readonly Endpoint[] = [endpoints.calendar, endpoints.replyRule].flatMap((group) =>
  Object.values<Endpoint>(group),
);

/** The features in reading order. */
const features = [
  RegionModule,
  UnitModule,
  EntryModule,
  AccountModule,
  DeputyModule,
  ConsentModule,
  CounterModule,
  AttachmentModule,
  SearchModule,
  PlanModule,
  TaskModule,
  PlanImportModule,
  ProgressModule,
  FollowModule,
  LightHistoryModule,
  MessageModule,
  AnchorModule,
  ReplyModule,
  RatingModule,
  CalendarModule,
  NotificationModule,
  PrivacyModule,
  SupervisionModule,
  ReminderModule,
  DeliveryModule,
  InvitationModule,
  ScreeningDeskModule,
  OversightModule,
  TaskSheetModule,
  BulletinModule,
  OpenDataModule,
  DeadlineFeedModule,
];

@Module({})
export class AppModule {
  static with(parts: CoreParts): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with({ unbuilt, ...parts }), WechatModule, ...features],
    };
  }
}
