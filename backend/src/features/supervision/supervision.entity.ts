import type { SupervisionEventCode, SupervisionState } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

export type SubjectKind = 'task' | 'message';

/** 督办单. Only its workflow sets the status and what time does to it; see `supervision.workflow.ts`. */
@Entity('supervision')
@Index('ux_supervision_number', ['regionId', 'year', 'seq'], { unique: true })
@Index('ux_supervision_open', ['openKey'], { unique: true })
@Index('ix_supervision_region', ['regionId', 'id'])
@Index('ix_supervision_region_status', ['regionId', 'status', 'dueAt', 'id'])
@Index('ix_supervision_unit', ['unitId', 'id'])
@Index('ix_supervision_unit_status', ['unitId', 'status', 'dueAt', 'id'])
@Index('ix_supervision_task', ['taskId', 'id'])
@Index('ix_supervision_message', ['messageId', 'id'])
@Index('ix_supervision_sweep', ['sweepAt', 'id'])
export class SupervisionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_supervision_region' })
  region?: unknown;

  /** Its number in the region: 督〔year〕seq号. */
  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'varchar', length: 8 })
  subjectKind!: SubjectKind;

  @Column({ type: 'integer', nullable: true })
  taskId!: number | null;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_supervision_task' })
  task?: unknown;

  @Column({ type: 'integer', nullable: true })
  messageId!: number | null;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_supervision_message' })
  message?: unknown;

  /** The unit that answers. */
  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_supervision_unit' })
  unit?: unknown;

  @Column({ type: 'longtext' })
  instruction!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: SupervisionState;

  /** Subject and unit while it is open: a unit has one at a time about one thing. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  openKey!: string | null;

  @Column({ type: 'varchar', length: 10 })
  dueOn!: string;

  /** The first instant that is late. */
  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'integer' })
  issuedBy!: number;

  @Column({ type: 'datetime', precision: 3 })
  issuedAt!: Date;

  /** The present answer; those that were returned stay in the log. */
  @Column({ type: 'longtext', nullable: true })
  answer!: string | null;

  @Column({ type: 'integer', nullable: true })
  answeredBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  closedAt!: Date | null;

  /** The first day that was missed, for ever. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  overdueOn!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  escalatedAt!: Date | null;

  /** When time does something to it next; null when it never does. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sweepAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** What happened to a 督办单, appended and never rewritten. */
@Entity('supervision_event')
@Index('ix_supervision_event_thing', ['supervisionId', 'id'])
export class SupervisionEventEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  supervisionId!: number;

  @ManyToOne(() => SupervisionEntity)
  @JoinColumn({ name: 'supervision_id', foreignKeyConstraintName: 'fk_supervision_event_thing' })
  supervision?: Relation<SupervisionEntity>;

  @Column({ type: 'varchar', length: 12 })
  code!: SupervisionEventCode;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ type: 'longtext', nullable: true })
  text!: string | null;
}

/** 催办 by hand: one per thing and working day. */
@Entity('urge')
@Index('ux_urge_day', ['subjectKind', 'subjectId', 'day'], { unique: true })
export class UrgeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'varchar', length: 8 })
  subjectKind!: SubjectKind;

  @Column({ type: 'integer' })
  subjectId!: number;

  /** The working day it counts for: on a day off, the next one. */
  @Column({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ type: 'integer' })
  accountId!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const supervisionEntities = [SupervisionEntity, SupervisionEventEntity, UrgeEntity];
