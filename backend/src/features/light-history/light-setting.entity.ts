import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { LightThresholds } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';

/** That the numbers behind a region's lights were changed; appended, never rewritten. */
@Entity('light_setting_change')
@Index('ix_light_setting_region', ['regionId', 'id'])
export class LightSettingChangeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_light_setting_region' })
  region?: unknown;

  @Column({ type: 'longtext', transformer: jsonColumn<LightThresholds>() })
  was!: LightThresholds;

  @Column({ type: 'longtext', transformer: jsonColumn<LightThresholds>() })
  became!: LightThresholds;

  @Column({ type: 'varchar', length: 300 })
  reason!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'integer', nullable: true })
  accountId!: number | null;
}
