import type { ScreeningState } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** What is checked: the text of a message, or a picture of one. */
export type SubjectKind = 'message' | 'attachment';

/** One content check and what a person made of it. No text is kept here. */
@Entity('screening')
@Index('ux_screening_subject', ['subjectKind', 'subjectId'], { unique: true })
@Index('ix_screening_region', ['regionId', 'state', 'id'])
@Index('ix_screening_trace', ['traceId'])
@Index('ix_screening_pending', ['state', 'orderedAt'])
export class ScreeningEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_screening_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 12 })
  subjectKind!: SubjectKind;

  @Column({ type: 'integer' })
  subjectId!: number;

  @Column({ type: 'varchar', length: 10 })
  state!: ScreeningState;

  /** WeChat's label: 100 fine, 20001 politics, … */
  @Column({ type: 'integer', nullable: true })
  label!: number | null;

  /** Why there is no verdict of WeChat. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  cause!: string | null;

  @Column({ type: 'varchar', length: 80, nullable: true })
  traceId!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  orderedAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  checkedAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  note!: string | null;
}
