import type { FollowKind } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody wants to hear of a task, or of every task of a unit. */
@Entity('follow')
@Index('ux_follow', ['accountId', 'kind', 'refId'], { unique: true })
@Index('ix_follow_account', ['accountId', 'id'])
@Index('ix_follow_ref', ['kind', 'refId', 'accountId'])
@Index('ix_follow_region', ['regionId', 'id'])
export class FollowEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_follow_account' })
  account?: unknown;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_follow_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 6 })
  kind!: FollowKind;

  @Column({ type: 'integer' })
  refId!: number;

  @Column({ type: 'datetime', precision: 3 })
  followedAt!: Date;
}

export const followEntities = [FollowEntity];
