import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { TaskChangeKind, TaskChangePayload, TaskChangeState } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';

/** A change of published tasks that one person proposes and another decides; kept whatever became of it. */
@Entity('task_change')
@Index('ix_task_change_region', ['regionId', 'state', 'id'])
@Index('ix_task_change_task', ['taskId', 'id'])
export class TaskChangeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  planId!: number;

  /** The task it is about; of a merger the first one. */
  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_change_task' })
  task?: unknown;

  @Column({ type: 'varchar', length: 10 })
  kind!: TaskChangeKind;

  @Column({ type: 'longtext', transformer: jsonColumn<TaskChangePayload>() })
  payload!: TaskChangePayload;

  /** Of an applied amendment: what it replaced. */
  @Column({ type: 'longtext', nullable: true, transformer: jsonColumn<TaskChangePayload>() })
  was!: TaskChangePayload | null;

  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: TaskChangeState;

  @Column({ type: 'integer', nullable: true })
  proposedBy!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  proposedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;
}

/** Where a task came from: `from` was split, merged or carried into `to`. */
@Entity('task_link')
@Index('ix_task_link_from', ['fromId', 'id'])
@Index('ix_task_link_to', ['toId', 'id'])
export class TaskLinkEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  fromId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'from_id', foreignKeyConstraintName: 'fk_task_link_from' })
  from?: unknown;

  @Column({ type: 'integer' })
  toId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'to_id', foreignKeyConstraintName: 'fk_task_link_to' })
  to?: unknown;

  @Column({ type: 'varchar', length: 10 })
  kind!: 'split' | 'merge' | 'carry';

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/** What the office says about a task in public, under a name. It changes no light. */
@Entity('task_remark')
@Index('ix_task_remark_task', ['taskId', 'id'])
export class TaskRemarkEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_remark_task' })
  task?: unknown;

  @Column({ type: 'varchar', length: 500 })
  text!: string;

  @Column({ type: 'integer' })
  accountId!: number;

  /** The name at the time. */
  @Column({ type: 'varchar', length: 60 })
  author!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const taskChangeEntities = [TaskChangeEntity, TaskLinkEntity, TaskRemarkEntity];
