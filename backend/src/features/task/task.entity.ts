import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { AppendedEvent } from '../../core/db/appended-event';
import type { EvidenceKind, TaskEventChange, TaskEventCode, TaskUnit } from '@sunledger/shared-types';
import { bigintColumn, jsonColumn } from '../../core/db/row';

/** A row of the ledger. Its light is never stored: it is computed from these facts and the day. */
@Entity('task')
@Index('ix_task_ledger', ['regionId', 'published', 'listOrder'])
@Index('ix_task_plan', ['planId', 'listOrder'])
@Index('ix_task_latest', ['regionId', 'published', 'lastProgressOn', 'id'])
@Index('ix_task_livelihood', ['regionId', 'published', 'livelihood', 'listOrder'])
@Index('ix_task_due', ['regionId', 'published', 'closed', 'dueOn', 'id'])
@Index('ix_task_parts', ['parentId', 'listOrder'])
@Index('ix_task_checker', ['checkerId', 'closed', 'id'])
export class TaskEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  planId!: number;

  @ManyToOne('WorkPlanEntity')
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'fk_task_plan' })
  plan?: unknown;

  @Column({ type: 'integer', nullable: true })
  pointId!: number | null;

  @Column({ type: 'integer' })
  year!: number;

  /** See `list-order.ts`: newest year first, then the order of the paper; unique, so it is the keyset key. */
  @Column({ type: 'bigint', transformer: bigintColumn })
  listOrder!: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  no!: string | null;

  @Column({ type: 'longtext' })
  text!: string;

  @Column({ type: 'varchar', length: 300, nullable: true })
  section!: string | null;

  @Column({ type: 'varchar', length: 300, nullable: true })
  groupName!: string | null;

  /** The raw note or cell of the paper. */
  @Column({ type: 'longtext', nullable: true })
  unitText!: string | null;

  /** What `task_unit` says, ready to be shown: a list needs no join. */
  @Column({ type: 'longtext', transformer: jsonColumn<TaskUnit[]>() })
  leadUnits!: TaskUnit[];

  @Column({ type: 'longtext', transformer: jsonColumn<TaskUnit[]>() })
  responsibleUnits!: TaskUnit[];

  @Column({ type: 'varchar', length: 300, nullable: true })
  deadlineText!: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  dueOn!: string | null;

  @Column({ type: 'boolean' })
  continuous!: boolean;

  /** Damage or doubt in this row of the paper, for the office to mend. */
  @Column({ type: 'longtext', transformer: jsonColumn<string[]>() })
  flags!: string[];

  /** One of the 民生实事; null is no. */
  @Column({ type: 'boolean', nullable: true })
  livelihood!: boolean | null;

  /** Follows the plan: the task stands in the public ledger and is counted there. False for `standing` ones. */
  @Column({ type: 'boolean' })
  published!: boolean;

  /**
   * Null for a row of the ledger. A `part` (one village of a task) and a `replaced` task (split or merged)
   * stand in no list and no count; they are opened from the task they belong to.
   */
  @Column({ type: 'varchar', length: 10, nullable: true })
  standing!: TaskStanding | null;

  /** Follows the plan where `standing` is set: everybody may open it. */
  @Column({ type: 'boolean', nullable: true })
  shown!: boolean | null;

  @Column({ type: 'integer', nullable: true })
  parentId!: number | null;

  /** The village or other place that a part is about. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  place!: string | null;

  /** How many parts it has; its state is derived from theirs. */
  @Column({ type: 'integer', nullable: true })
  parts!: number | null;

  /** Kinds of evidence without which it is not closed out. */
  @Column({ type: 'longtext', nullable: true, transformer: jsonColumn<EvidenceKind[]>() })
  asks!: EvidenceKind[] | null;

  /** The account that verifies its end instead of the office. */
  @Column({ type: 'integer', nullable: true })
  checkerId!: number | null;

  /** Closed out by a decision although the evidence was not in order: comes up in the look-back. */
  @Column({ type: 'boolean', nullable: true })
  doubtful!: boolean | null;

  @Column({ type: 'integer' })
  percent!: number;

  @Column({ type: 'varchar', length: 10, nullable: true })
  lastProgressOn!: string | null;

  @Column({ type: 'boolean' })
  closed!: boolean;

  @Column({ type: 'varchar', length: 10, nullable: true })
  finishedOn!: string | null;
}

export type TaskStanding = 'part' | 'replaced';

export type TaskUnitRole = 'lead' | 'responsible';

/** A unit beside a task as the paper prints it; `unitId` is null while it is matched to none. */
@Entity('task_unit')
@Index('ix_task_unit_task', ['taskId', 'position'])
@Index('ix_task_unit_unit', ['unitId', 'taskId'])
export class TaskUnitEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne(() => TaskEntity)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_unit_task' })
  task?: Relation<TaskEntity>;

  @Column({ type: 'integer', nullable: true })
  unitId!: number | null;

  @Column({ type: 'varchar', length: 12 })
  role!: TaskUnitRole;

  @Column({ type: 'varchar', length: 200 })
  name!: string;

  @Column({ type: 'integer' })
  position!: number;
}

/**
 * The units that answer for a task, each once: those named, and the members of the collective units
 * among them (`viaUnitId`). “The tasks of a unit” is one index range of this table.
 */
@Entity('task_reach')
@Index('ux_task_reach', ['unitId', 'listOrder', 'taskId'], { unique: true })
@Index('ix_task_reach_task', ['taskId', 'unitId'])
export class TaskReachEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  unitId!: number;

  @Column({ type: 'bigint', transformer: bigintColumn })
  listOrder!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne(() => TaskEntity)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_reach_task' })
  task?: Relation<TaskEntity>;

  @Column({ type: 'varchar', length: 12 })
  role!: TaskUnitRole;

  @Column({ type: 'integer', nullable: true })
  viaUnitId!: number | null;
}

/** What happened to a task, appended and never rewritten. */
@Entity('task_event')
@Index('ix_task_event_task', ['taskId', 'id'])
@Index('ix_task_event_region', ['regionId', 'code', 'at', 'taskId'])
export class TaskEventEntity extends AppendedEvent {
  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne(() => TaskEntity)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_event_task' })
  task?: Relation<TaskEntity>;

  @Column({ type: 'varchar', length: 20 })
  code!: TaskEventCode;

  @Column({ type: 'integer', nullable: true })
  progressId!: number | null;

  /** Of `closedOut`: the day that counts as its end. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  finishedOn!: string | null;

  /** What it replaced; null where nothing was. */
  @Column({ type: 'longtext', nullable: true, transformer: jsonColumn<TaskEventChange[]>() })
  changes!: TaskEventChange[] | null;
}

/**
 * The wording of a task from a moment on. A task whose text was never changed has none; the first change
 * also stores the wording of before, so that the whole history stands here.
 */
@Entity('task_version')
@Index('ix_task_version_task', ['taskId', 'id'])
export class TaskVersionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne(() => TaskEntity)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_version_task' })
  task?: Relation<TaskEntity>;

  @Column({ type: 'longtext' })
  text!: string;

  @Column({ type: 'datetime', precision: 3 })
  changedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  changedBy!: number | null;

  /** The name at the time; shown to the staff of the region, the public sees the office. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  changedByName!: string | null;

  /** Null for the wording of the paper. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  reason!: string | null;
}

export const taskEntities = [TaskEntity, TaskUnitEntity, TaskReachEntity, TaskEventEntity, TaskVersionEntity];
