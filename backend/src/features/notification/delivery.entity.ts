import type { Channel, ChannelAudience, TemplateUse } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { NotificationEntity } from './notification.entity';

/**
 * `attempted` is written before the call; `unknown` may have arrived and is not sent again; `waiting` was
 * certainly not sent and may be tried again; `handedOn` went to a group together with its fellows.
 */
export type DeliveryState = 'attempted' | 'delivered' | 'unknown' | 'notReached' | 'waiting' | 'handedOn';

/** One note on its way through one channel. */
@Entity('delivery')
@Index('ux_delivery_channel', ['notificationId', 'channel'], { unique: true })
@Index('ix_delivery_external', ['externalId'])
export class DeliveryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  notificationId!: number;

  @ManyToOne(() => NotificationEntity)
  @JoinColumn({ name: 'notification_id', foreignKeyConstraintName: 'fk_delivery_notification' })
  notification?: Relation<NotificationEntity>;

  @Column({ type: 'varchar', length: 10 })
  channel!: Channel;

  /** Whose channels are used; null where the note belongs to no region. */
  @Column({ type: 'integer', nullable: true })
  regionId!: number | null;

  @Column({ type: 'varchar', length: 12 })
  state!: DeliveryState;

  @Column({ type: 'varchar', length: 60, nullable: true })
  code!: string | null;

  /** WeChat's id of the message, by which its report comes back. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  externalId!: string | null;

  /** System time, like the other. */
  @Column({ type: 'datetime', precision: 3 })
  attemptedAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  finishedAt!: Date | null;
}

/** What a person still allows: one accepted tap is one message. */
@Entity('subscription')
@Index('ux_subscription_account', ['accountId', 'template'], { unique: true })
export class SubscriptionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_subscription_account' })
  account?: unknown;

  @Column({ type: 'varchar', length: 12 })
  template!: TemplateUse;

  @Column({ type: 'integer' })
  remaining!: number;

  @Column({ type: 'integer' })
  accepted!: number;

  @Column({ type: 'integer' })
  sent!: number;

  @Column({ type: 'datetime', precision: 3 })
  changedAt!: Date;
}

/** A channel that a region uses, in order; a robot's address is sealed. */
@Entity('region_channel')
@Index('ux_region_channel', ['regionId', 'audience', 'channel'], { unique: true })
export class RegionChannelEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_region_channel_region' })
  region?: unknown;

  /** `robot` rows keep the addresses of the two robots, whether or not they are in use. */
  @Column({ type: 'varchar', length: 10 })
  audience!: ChannelAudience | 'robot';

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'varchar', length: 10 })
  channel!: Channel;

  @Column({ type: 'longtext', nullable: true })
  addressEnc!: string | null;
}

/** A push of WeChat that was taken in: the same one again changes nothing. */
@Entity('wechat_push')
@Index('ux_wechat_push_key', ['pushKey'], { unique: true })
@Index('ix_wechat_push_received', ['receivedAt'])
export class WechatPushEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** SHA-256 of WeChat's key, which may hold an openid. */
  @Column({ type: 'varchar', length: 64 })
  pushKey!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: string;

  @Column({ type: 'datetime', precision: 3 })
  receivedAt!: Date;
}

export const deliveryEntities = [DeliveryEntity, SubscriptionEntity, RegionChannelEntity, WechatPushEntity];
