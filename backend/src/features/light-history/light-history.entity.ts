import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Light, LightCounts, LightThresholds } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';
import { LightSettingChangeEntity } from './light-setting.entity';

/** The light that a task showed at the end of a month; written once. */
@Entity('task_light')
export class TaskLightEntity {
  @PrimaryColumn({ type: 'integer' })
  taskId!: number;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_light_task' })
  task?: unknown;

  /** `YYYY-MM`. */
  @PrimaryColumn({ type: 'varchar', length: 7 })
  month!: string;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'varchar', length: 12 })
  light!: Light;
}

/** A month of a region is frozen: how many tasks showed which light, and by which numbers they were judged. */
@Entity('light_month')
export class LightMonthEntity {
  @PrimaryColumn({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_light_month_region' })
  region?: unknown;

  @PrimaryColumn({ type: 'varchar', length: 7 })
  month!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<LightCounts>() })
  counts!: LightCounts;

  @Column({ type: 'longtext', transformer: jsonColumn<LightThresholds>() })
  thresholds!: LightThresholds;

  @Column({ type: 'datetime', precision: 3 })
  frozenAt!: Date;
}

export const lightHistoryEntities = [TaskLightEntity, LightMonthEntity, LightSettingChangeEntity];
