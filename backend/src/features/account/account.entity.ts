import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Role } from '@sunledger/shared-types';

/** A person who signed in: always a citizen, with any number of memberships besides. */
@Entity('account')
export class AccountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 60 })
  displayName!: string;

  @Column({ type: 'varchar', length: 200, nullable: true })
  phoneEnc!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  phoneVerifiedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  erasedAt!: Date | null;
}

/** How an account proves who it is; the outer id (openid, persona) is found by a keyed digest. */
@Entity('account_identity')
@Index('ux_account_identity_subject', ['provider', 'subjectHash'], { unique: true })
@Index('ix_account_identity_account', ['accountId'])
export class AccountIdentityEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 20 })
  provider!: string;

  @Column({ type: 'varchar', length: 64 })
  subjectHash!: string;

  /** The openid, sealed: messages and content checks must name it to WeChat. Null for other providers. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  subjectEnc!: string | null;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_account_identity_account' })
  account?: Relation<AccountEntity>;
}

/** A role of an account in a unit of a region; an administrator has neither region nor unit. */
@Entity('membership')
@Index('ix_membership_account', ['accountId'])
@Index('ix_membership_unit', ['unitId', 'role'])
@Index('ix_membership_region', ['regionId', 'role'])
export class MembershipEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_membership_account' })
  account?: Relation<AccountEntity>;

  @Column({ type: 'integer', nullable: true })
  regionId!: number | null;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_membership_region' })
  region?: unknown;

  @Column({ type: 'integer', nullable: true })
  unitId!: number | null;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_membership_unit' })
  unit?: unknown;

  @Column({ type: 'varchar', length: 20 })
  role!: Role;

  @Column({ type: 'datetime', precision: 3 })
  activeFrom!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  activeUntil!: Date | null;
}

export const membershipEntities = [AccountEntity, AccountIdentityEntity, MembershipEntity];
