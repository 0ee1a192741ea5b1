import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { BulletinFigures, BulletinKind, BulletinMove, BulletinState } from '@sunledger/shared-types';
import { AppendedEvent } from '../../core/db/appended-event';
import { jsonColumn } from '../../core/db/row';

/** A 通报 of one month, quarter or year. Its figures are written once, when it is made. */
@Entity('bulletin')
@Index('ux_bulletin_period', ['periodKey'], { unique: true })
@Index('ix_bulletin_published', ['regionId', 'published', 'id'])
@Index('ix_bulletin_region', ['regionId', 'id'])
@Index('ix_bulletin_status', ['regionId', 'status', 'id'])
export class BulletinEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_bulletin_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 10 })
  kind!: BulletinKind;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'integer' })
  part!: number;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  /** The day whose lights it shows. */
  @Column({ type: 'varchar', length: 10 })
  asOf!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<BulletinFigures>() })
  figures!: BulletinFigures;

  @Column({ type: 'longtext', nullable: true })
  remark!: string | null;

  @Column({ type: 'varchar', length: 12 })
  status!: BulletinState;

  @Column({ type: 'boolean' })
  published!: boolean;

  /** Region and period until it is withdrawn: there is one bulletin of a period at a time. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  periodKey!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'integer', nullable: true })
  createdBy!: number | null;

  @Column({ type: 'integer', nullable: true })
  submittedBy!: number | null;

  @Column({ type: 'integer', nullable: true })
  publishedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  reviewNote!: string | null;
}

export type BulletinEventCode = 'created' | 'edited' | BulletinMove;

/** What happened to a bulletin, appended and never rewritten. */
@Entity('bulletin_event')
@Index('ix_bulletin_event', ['bulletinId', 'id'])
export class BulletinEventEntity extends AppendedEvent {
  @Column({ type: 'integer' })
  bulletinId!: number;

  @ManyToOne(() => BulletinEntity)
  @JoinColumn({ name: 'bulletin_id', foreignKeyConstraintName: 'fk_bulletin_event_bulletin' })
  bulletin?: Relation<BulletinEntity>;

  @Column({ type: 'varchar', length: 20 })
  code!: BulletinEventCode;
}

export const bulletinEntities = [BulletinEntity, BulletinEventEntity];
