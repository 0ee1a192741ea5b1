import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** A private calendar address of one person for one unit; the secret itself is stored nowhere. */
@Entity('calendar_feed')
@Index('ux_calendar_feed_token', ['tokenHash'], { unique: true })
@Index('ux_calendar_feed_account', ['accountId', 'unitId'], { unique: true })
export class CalendarFeedEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_calendar_feed_unit' })
  unit?: unknown;

  /** SHA-256 of the secret, hex. */
  @Column({ type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const deadlineFeedEntities = [CalendarFeedEntity];
