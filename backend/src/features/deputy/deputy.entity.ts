import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** AB角: one handler stands in for another of the same unit, from one date to another. Never deleted. */
@Entity('deputy')
@Index('ix_deputy_account', ['accountId', 'id'])
@Index('ix_deputy_deputy', ['deputyId', 'id'])
export class DeputyEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_deputy_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_deputy_unit' })
  unit?: unknown;

  /** Who is away. */
  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_deputy_account' })
  account?: unknown;

  @Column({ type: 'integer' })
  deputyId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'deputy_id', foreignKeyConstraintName: 'fk_deputy_deputy' })
  deputy?: unknown;

  /** `YYYY-MM-DD`, both included. */
  @Column({ type: 'varchar', length: 10 })
  fromOn!: string;

  @Column({ type: 'varchar', length: 10 })
  untilOn!: string;

  @Column({ type: 'datetime', precision: 3 })
  namedAt!: Date;

  /** Taken back before its last day. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

export const deputyEntities = [DeputyEntity];
