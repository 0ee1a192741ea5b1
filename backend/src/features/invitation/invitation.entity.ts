import type { Role } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** An invitation to a role in a unit; its code is kept as a keyed digest. `expiresAt` is system time. */
@Entity('invitation')
@Index('ux_invitation_code', ['codeHash'], { unique: true })
@Index('ix_invitation_region', ['regionId', 'id'])
export class InvitationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_invitation_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_invitation_unit' })
  unit?: unknown;

  @Column({ type: 'varchar', length: 20 })
  role!: Role;

  @Column({ type: 'varchar', length: 64 })
  codeHash!: string;

  @Column({ type: 'integer' })
  mostUses!: number;

  @Column({ type: 'integer' })
  uses!: number;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'integer' })
  createdBy!: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  revokedAt!: Date | null;
}

/** Who came by it. */
@Entity('invitation_use')
@Index('ux_invitation_use', ['invitationId', 'accountId'], { unique: true })
export class InvitationUseEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  invitationId!: number;

  @ManyToOne(() => InvitationEntity)
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_invitation_use_invitation' })
  invitation?: Relation<InvitationEntity>;

  @Column({ type: 'integer' })
  accountId!: number;

  @Column({ type: 'datetime', precision: 3 })
  usedAt!: Date;
}

export const invitationEntities = [InvitationEntity, InvitationUseEntity];
