import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { AccountEntity } from './account.entity';

/** One sign-in on one device: the family of all refresh tokens that followed from it. System time. */
@Entity('session')
@Index('ix_session_account', ['accountId'])
@Index('ix_session_expiry', ['expiresAt'])
export class SessionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_session_account' })
  account?: Relation<AccountEntity>;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  userAgent!: string | null;

  /** When the person last proved who they are: at the sign-in, and again before sensitive acts. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  confirmedAt!: Date | null;
}

/** A refresh token, stored as its SHA-256 only; used once, then its successor holds the session. */
@Entity('refresh_token')
@Index('ux_refresh_token_hash', ['tokenHash'], { unique: true })
@Index('ix_refresh_token_session', ['sessionId'])
export class RefreshTokenEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  sessionId!: number;

  @ManyToOne(() => SessionEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'fk_refresh_token_session' })
  session?: Relation<SessionEntity>;

  @Column({ type: 'varchar', length: 64 })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  successorId!: number | null;
}
