import type { Schema } from '../core/db/open-database';
import { GuessCountEntity } from '../core/guesses/guess-count.entity';
import { IdempotencyKeyEntity } from '../core/http/idempotency-key.entity';
import { OutboxEntity } from '../core/outbox/outbox.entity';
import { JobLeaseEntity } from '../core/schedule/job-lease.entity';
import { WechatTokenEntity } from '../adapters/wechat/wechat-token.entity';
import { membershipEntities } from '../features/account/account.entity';
import { ScanTicketEntity } from '../features/account/scan-ticket.entity';
import { RefreshTokenEntity, SessionEntity } from '../features/account/session.entity';
import { anchorEntities } from '../features/anchor/anchor.entity';
import { consentEntities } from '../features/consent/consent.entity';
import { invitationEntities } from '../features/invitation/invitation.entity';
import { regionEntities } from '../features/region/region.entity';
import { unitEntities } from '../features/unit/unit.entity';
import { attachmentEntities } from '../features/attachment/attachment.entity';
import { planImportEntities } from '../features/plan-import/plan-import.entity';
import { planEntities } from '../features/plan/plan.entity';
import { taskEntities } from '../features/task/task.entity';
import { taskChangeEntities } from '../features/task/task-change.entity';
import { lightHistoryEntities } from '../features/light-history/light-history.entity';
import { progressEntities } from '../features/progress/progress.entity';
import { followEntities } from '../features/follow/follow.entity';
import { ScreeningEntity } from '../features/screening/screening.entity';
import { searchEntities } from '../features/search/search.entity';
import { messageEntities } from '../features/message/message-tables';
import { replyEntities } from '../features/reply/reply.entity';
import { ratingEntities } from '../features/rating/rating.entity';
import { calendarEntities } from '../features/calendar/calendar.entity';
import { counterEntities } from '../features/counter/counter.entity';
import { deputyEntities } from '../features/deputy/deputy.entity';
import { supervisionEntities } from '../features/supervision/supervision.entity';
import { reminderEntities } from '../features/reminder/reminder.entity';
import { deliveryEntities } from '../features/notification/delivery.entity';
import { notificationEntities } from '../features/notification/notification.entity';
import { bulletinEntities } from '../features/bulletin/bulletin.entity';
import { deadlineFeedEntities } from '../features/deadline-feed/calendar-feed.entity';
import { migrations } from './migrations';

/** Every entity of the product; a feature adds the list that its `<x>.entity.ts` exports. */
export const schema: Schema = {
  entities: [
    IdempotencyKeyEntity,
    OutboxEntity,
    JobLeaseEntity,
    GuessCountEntity,
    WechatTokenEntity,
    ...regionEntities,
    ...unitEntities,
    ...membershipEntities,
    SessionEntity,
    RefreshTokenEntity,
    ...attachmentEntities,
    ScanTicketEntity,
    ...invitationEntities,
    ...planImportEntities,
    ...planEntities,
    ...taskEntities,
    ...taskChangeEntities,
    ...lightHistoryEntities,
    ...progressEntities,
    ...followEntities,
    ScreeningEntity,
    ...searchEntities,
    ...consentEntities,
    ...counterEntities,
    ...messageEntities,
    ...anchorEntities,
    ...replyEntities,
    ...ratingEntities,
    ...calendarEntities,
    ...deputyEntities,
    ...notificationEntities,
    ...bulletinEntities,
    ...deadlineFeedEntities,
    ...supervisionEntities,
    ...reminderEntities,
    ...deliveryEntities,
  ],
  migrations,
};
