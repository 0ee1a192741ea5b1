import type { Notification, NotificationTopic } from '@sunledger/shared-types';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One note to one account. It names the thing to open and holds no message text. */
@Entity('notification')
@Index('ux_notification_dedupe', ['accountId', 'dedupeKey'], { unique: true })
@Index('ix_notification_account', ['accountId', 'id'])
@Index('ix_notification_unread', ['accountId', 'readAt'])
export class NotificationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @Column({ type: 'varchar', length: 24 })
  topic!: NotificationTopic;

  @Column({ type: 'varchar', length: 200 })
  text!: string;

  @Column({ type: 'varchar', length: 12 })
  targetKind!: Notification['target']['kind'];

  @Column({ type: 'integer' })
  targetId!: number;

  /** The event it tells of: delivered twice, stored once. */
  @Column({ type: 'varchar', length: 120 })
  dedupeKey!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  readAt!: Date | null;

  /** How it went outside the app; null where nothing was sent. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  outside!: Notification['outside'];
}

export const notificationEntities = [NotificationEntity];
