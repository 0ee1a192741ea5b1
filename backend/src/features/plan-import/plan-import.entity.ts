import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { ParsedPlan } from '@sunledger/shared-types';
import { jsonColumn } from '../../core/db/row';

export type PlanImportStatus = 'open' | 'confirmed';

/** One reading of an uploaded paper, beside its source text, until the office confirms it. */
@Entity('plan_import')
@Index('ix_plan_import_region', ['regionId', 'id'])
export class PlanImportEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_plan_import_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 255 })
  fileName!: string;

  @Column({ type: 'varchar', length: 16 })
  status!: PlanImportStatus;

  @Column({ type: 'longtext' })
  sourceText!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<ParsedPlan>() })
  parsed!: ParsedPlan;

  @Column({ type: 'integer', nullable: true })
  planId!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'integer', nullable: true })
  createdBy!: number | null;
}

export const planImportEntities = [PlanImportEntity];
