import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { ProgressState } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';
import { LinkCheckEntity } from './link-check.entity';

export interface ProgressLink {
  title: string;
  url: string;
  /** The day that the page itself bears. */
  datedOn?: string | null | undefined;
}

/**
 * What a unit did for a task. A report that is sent back stays as it is; reporting again makes a new
 * one with its own date, so nobody can backdate.
 */
@Entity('progress_report')
@Index('ix_progress_task', ['taskId', 'id'])
@Index('ix_progress_review', ['unitId', 'status', 'id'])
@Index('ix_progress_region', ['regionId', 'status', 'id'])
export class ProgressReportEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  taskId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_progress_report_task' })
  task?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  /** The name at the time; a renamed unit does not change the record. */
  @Column({ type: 'varchar', length: 100 })
  unitName!: string;

  @Column({ type: 'longtext' })
  text!: string;

  @Column({ type: 'integer' })
  percent!: number;

  @Column({ type: 'longtext', transformer: jsonColumn<ProgressLink[]>() })
  links!: ProgressLink[];

  @Column({ type: 'boolean' })
  asksClose!: boolean;

  @Column({ type: 'varchar', length: 16 })
  status!: ProgressState;

  @Column({ type: 'integer' })
  submittedBy!: number;

  @Column({ type: 'datetime', precision: 3 })
  submittedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;

  /** True once the close-out it asked for was given and taken back: it leads to no other. */
  @Column({ type: 'boolean' })
  spent!: boolean;
}

export const progressEntities = [ProgressReportEntity, LinkCheckEntity];
