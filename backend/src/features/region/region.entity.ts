import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { LightThresholds, ReplyRule, RetentionDays } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';

/** What a region decides for itself, apart from its reply rule (which has a history of its own). */
export interface RegionSettings {
  /** A first message needs a phone number verified by WeChat. */
  requireVerifiedPhone: boolean;
  /** Numbers behind the lights of tasks where they differ from the product's. */
  lights?: Partial<LightThresholds>;
  /** Messages that one account may send in a day; 10 unless told. */
  messagesPerDay?: number;
  /** Days after which data that need not stay is deleted, where they differ from the product's. */
  retention?: Partial<RetentionDays>;
}

/** 地区: a tenant. */
@Entity('region')
@Index('ux_region_code', ['code'], { unique: true })
export class RegionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 32 })
  code!: string;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  /** 县, 区, 市, 功能区. */
  @Column({ type: 'varchar', length: 20 })
  kind!: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  filingNumber!: string | null;

  @Column({ type: 'longtext', transformer: jsonColumn<RegionSettings>() })
  settings!: RegionSettings;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}

/** The reply rule of a region from a day on; a message is judged by the rule of its day. */
@Entity('reply_rule')
@Index('ux_reply_rule_from', ['regionId', 'effectiveFrom'], { unique: true })
export class ReplyRuleEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne(() => RegionEntity)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_reply_rule_region' })
  region?: Relation<RegionEntity>;

  @Column({ type: 'varchar', length: 10 })
  effectiveFrom!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<ReplyRule>() })
  rule!: ReplyRule;

  @Column({ type: 'varchar', length: 200, nullable: true })
  source!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}

/**
 * A region's own working or free day, with the decision behind it. Rows are only ever added: the first turn
 * of a day sets it, the second takes it back, the third sets it again; the last turn counts.
 */
@Entity('calendar_override')
@Index('ux_calendar_override_turn', ['regionId', 'day', 'turn'], { unique: true })
export class CalendarOverrideEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne(() => RegionEntity)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_calendar_override_region' })
  region?: Relation<RegionEntity>;

  @Column({ type: 'varchar', length: 10 })
  day!: string;

  /** 1, 2, 3 … of this day; an even one takes back the one before. */
  @Column({ type: 'integer' })
  turn!: number;

  /** Of a turn that takes back: what is taken back. */
  @Column({ type: 'boolean' })
  working!: boolean;

  /** Of a turn that takes back: why. */
  @Column({ type: 'varchar', length: 200 })
  decision!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'integer', nullable: true })
  createdBy!: number | null;
}

export const regionEntities = [RegionEntity, ReplyRuleEntity, CalendarOverrideEntity];
