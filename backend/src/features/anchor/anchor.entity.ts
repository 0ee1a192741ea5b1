import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** 存证: the heads of all chains of a region on one day. */
@Entity('chain_anchor')
@Index('ux_chain_anchor_day', ['regionId', 'day'], { unique: true })
export class ChainAnchorEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_chain_anchor_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ type: 'datetime', precision: 3 })
  madeAt!: Date;

  @Column({ type: 'integer' })
  messages!: number;

  @Column({ type: 'integer' })
  events!: number;

  /** SHA-256 of the day's file. */
  @Column({ type: 'varchar', length: 64 })
  fingerprint!: string;

  /** The fingerprint of the anchor before, which this one's covers. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  previous!: string | null;
}

/**
 * One head that differed from the anchor before. A day stores what changed, and its file is put together from
 * the newest head of each message up to that day. No foreign key to the message: that one may be gone.
 */
@Entity('chain_anchor_head')
@Index('ux_chain_anchor_head_message', ['regionId', 'messageId', 'anchorId'], { unique: true })
export class ChainAnchorHeadEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @Column({ type: 'integer' })
  anchorId!: number;

  @ManyToOne(() => ChainAnchorEntity)
  @JoinColumn({ name: 'anchor_id', foreignKeyConstraintName: 'fk_chain_anchor_head_anchor' })
  anchor?: Relation<ChainAnchorEntity>;

  @Column({ type: 'varchar', length: 24 })
  number!: string;

  @Column({ type: 'integer' })
  length!: number;

  @Column({ type: 'varchar', length: 64 })
  head!: string;
}

export const anchorEntities = [ChainAnchorEntity, ChainAnchorHeadEntity];
