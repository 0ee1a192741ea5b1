import type { ConsentPurpose } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** What a person agreed to with a message, when, and the words that were on the screen. */
@Entity('consent')
@Index('ux_consent_message', ['messageId', 'purpose'], { unique: true })
@Index('ix_consent_account', ['accountId', 'id'])
export class ConsentEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_consent_account' })
  account?: unknown;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_consent_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  messageId!: number;

  @Column({ type: 'varchar', length: 16 })
  purpose!: ConsentPurpose;

  @Column({ type: 'varchar', length: 20 })
  version!: string;

  @Column({ type: 'varchar', length: 500 })
  text!: string;

  @Column({ type: 'datetime', precision: 3 })
  givenAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}

export const consentEntities = [ConsentEntity];
