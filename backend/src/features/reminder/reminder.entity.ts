import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ReminderStage } from './reminder-stage';

/** That a task was reminded of: once per stage and due date, or per day for those that are repeated. */
@Entity('task_reminder')
@Index('ux_task_reminder', ['taskId', 'stage', 'about'], { unique: true })
export class TaskReminderEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_reminder_task' })
  task?: unknown;

  @Column({ type: 'varchar', length: 10 })
  stage!: ReminderStage;

  /** The due date it is about; for what is repeated, the day it was told. */
  @Column({ type: 'varchar', length: 10 })
  about!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/** That a region's tasks were looked through on a day: whoever writes it first does the work. */
@Entity('reminder_day')
export class ReminderDayEntity {
  @PrimaryColumn({ type: 'integer' })
  regionId!: number;

  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  /** How many tasks were reminded of. */
  @Column({ type: 'integer' })
  told!: number;
}

export const reminderEntities = [TaskReminderEntity, ReminderDayEntity];
