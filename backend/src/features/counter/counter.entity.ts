import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** 服务窗口: `scene` is what its printed code says. */
@Entity('counter')
@Index('ux_counter_scene', ['scene'], { unique: true })
@Index('ux_counter_name', ['regionId', 'unitId', 'name'], { unique: true })
@Index('ix_counter_region', ['regionId', 'id'])
export class CounterEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_counter_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_counter_unit' })
  unit?: unknown;

  @Column({ type: 'varchar', length: 40 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  scene!: string;

  @Column({ type: 'integer' })
  createdBy!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  closedAt!: Date | null;
}

/** One rating at a counter. The level counts for ever; who gave it, and the words, go with the account. */
@Entity('counter_rating')
@Index('ux_counter_rating_day', ['counterId', 'accountId', 'day'], { unique: true })
@Index('ix_counter_rating_counter', ['counterId', 'id'])
@Index('ix_counter_rating_account', ['accountId'])
export class CounterRatingEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  counterId!: number;

  @ManyToOne(() => CounterEntity)
  @JoinColumn({ name: 'counter_id', foreignKeyConstraintName: 'fk_counter_rating_counter' })
  counter?: Relation<CounterEntity>;

  @Column({ type: 'integer', nullable: true })
  accountId!: number | null;

  /** The date on which it was given: once a day is enough. */
  @Column({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ type: 'integer' })
  level!: number;

  @Column({ type: 'varchar', length: 200, nullable: true })
  text!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  ratedAt!: Date;
}

export const counterEntities = [CounterEntity, CounterRatingEntity];
