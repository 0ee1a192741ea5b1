import type { CalendarYear } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { jsonColumn } from '../../core/db/row';

/** A year of the State Council's arrangement as an administrator imported it; added, never changed. */
@Entity('calendar_year')
@Index('ux_calendar_year_seq', ['seq'], { unique: true })
@Index('ux_calendar_year_version', ['year', 'version'], { unique: true })
@Index('ix_calendar_year_spread', ['spreadAt', 'seq'])
export class CalendarYearEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** 1, 2, 3 … over all imports: a calendar is made of the years up to one of them. */
  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'integer' })
  year!: number;

  /** 1, 2, 3 … of this year. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'varchar', length: 200 })
  source!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<CalendarYear>() })
  content!: CalendarYear;

  /** What was pasted, to be compared with the paper later. */
  @Column({ type: 'longtext' })
  notice!: string;

  @Column({ type: 'datetime', precision: 3 })
  importedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  importedBy!: number | null;

  /** When every region had its calendar version of it. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  spreadAt!: Date | null;
}

/** One change of a region's calendar, and how far the recount of its open items has come. */
@Entity('calendar_version')
@Index('ix_calendar_version_region', ['regionId', 'id'])
@Index('ix_calendar_version_open', ['doneAt', 'regionId', 'id'])
@Index('ux_calendar_version_year', ['regionId', 'yearSeq'], { unique: true })
export class CalendarVersionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_calendar_version_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 12 })
  cause!: 'year' | 'override';

  @Column({ type: 'integer', nullable: true })
  year!: number | null;

  @Column({ type: 'integer', nullable: true })
  yearSeq!: number | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  day!: string | null;

  @Column({ type: 'integer', nullable: true })
  overrideId!: number | null;

  @Column({ type: 'varchar', length: 60 })
  versionBefore!: string;

  @Column({ type: 'varchar', length: 60 })
  version!: string;

  /** The calendar after this change is made of the years up to this one … */
  @Column({ type: 'integer' })
  yearStamp!: number;

  /** … and the region's own days up to this one. */
  @Column({ type: 'integer' })
  overrideStamp!: number;

  /** No day before this one differs. */
  @Column({ type: 'varchar', length: 10 })
  firstDay!: string;

  @Column({ type: 'datetime', precision: 3 })
  changedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  changedBy!: number | null;

  /** The recount goes by (dueAt, id) and begins here again after a stop. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  cursorAt!: Date | null;

  @Column({ type: 'integer' })
  cursorId!: number;

  /** Changes made by the present walk; a walk that changed nothing ends the recount. */
  @Column({ type: 'integer' })
  scanChanges!: number;

  @Column({ type: 'integer' })
  movedLater!: number;

  @Column({ type: 'integer' })
  movedEarlier!: number;

  @Column({ type: 'integer' })
  settled!: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  doneAt!: Date | null;
}

/** `proposed` waits for the office; `dropped` had nothing left to move. */
export type DueMoveStatus = 'applied' | 'proposed' | 'confirmed' | 'kept' | 'dropped';

/** A due date that a calendar version moved, or would move to an earlier day. */
@Entity('due_move')
@Index('ix_due_move_region', ['regionId', 'status', 'id'])
@Index('ix_due_move_figures', ['regionId', 'cause', 'toDueOn', 'status', 'messageId'])
@Index('ix_due_move_message', ['messageId', 'id'])
export class DueMoveEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_due_move_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_due_move_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  versionId!: number;

  @ManyToOne(() => CalendarVersionEntity)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'fk_due_move_version' })
  calendarVersion?: Relation<CalendarVersionEntity>;

  @Column({ type: 'varchar', length: 12 })
  cause!: 'year' | 'override';

  @Column({ type: 'varchar', length: 12 })
  status!: DueMoveStatus;

  @Column({ type: 'varchar', length: 10 })
  fromDueOn!: string;

  @Column({ type: 'varchar', length: 10 })
  toDueOn!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;
}

export const calendarEntities = [CalendarYearEntity, CalendarVersionEntity, DueMoveEntity];
