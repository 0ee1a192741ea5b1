import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { UnitKind } from '@sunledger/shared-types';

/** 单位: a department, township, park, institution, the disclosure office, or a collective unit. */
@Entity('unit')
@Index('ux_unit_name', ['regionId', 'name'], { unique: true })
@Index('ix_unit_order', ['regionId', 'sortOrder', 'id'])
export class UnitEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_unit_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: UnitKind;

  @Column({ type: 'integer' })
  sortOrder!: number;

  /** The 政务公开办 of the region, where messages without a task go. */
  @Column({ type: 'boolean' })
  isOffice!: boolean;
}

/** Another name of a unit: 县委宣传部 is 县网信办. */
@Entity('unit_alias')
@Index('ux_unit_alias_name', ['regionId', 'name'], { unique: true })
@Index('ix_unit_alias_unit', ['unitId'])
export class UnitAliasEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_unit_alias_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_unit_alias_unit' })
  unit?: Relation<UnitEntity>;
}

/** A member of a collective unit such as 县属有关单位. */
@Entity('unit_member')
@Index('ix_unit_member_member', ['memberId'])
export class UnitMemberEntity {
  @PrimaryColumn({ type: 'integer' })
  collectiveId!: number;

  @PrimaryColumn({ type: 'integer' })
  memberId!: number;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'collective_id', foreignKeyConstraintName: 'fk_unit_member_collective' })
  collective?: Relation<UnitEntity>;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_unit_member_member' })
  member?: Relation<UnitEntity>;
}

export const unitEntities = [UnitEntity, UnitAliasEntity, UnitMemberEntity];
