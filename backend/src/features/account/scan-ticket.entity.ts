import type { ScanPurpose } from '@sunledger/shared-types';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type TicketState = 'open' | 'seen' | 'allowed' | 'refused' | 'used';

/** A QR code on the screen of a PC; both secrets are kept as digests. Times are system time. */
@Entity('scan_ticket')
@Index('ux_scan_ticket', ['ticketHash'], { unique: true })
@Index('ux_scan_ticket_code', ['codeHash'], { unique: true })
@Index('ix_scan_ticket_expiry', ['expiresAt'])
export class ScanTicketEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** What the PC keeps and asks with. */
  @Column({ type: 'varchar', length: 64 })
  ticketHash!: string;

  /** What the picture shows. */
  @Column({ type: 'varchar', length: 64 })
  codeHash!: string;

  @Column({ type: 'varchar', length: 10 })
  purpose!: ScanPurpose;

  @Column({ type: 'varchar', length: 10 })
  state!: TicketState;

  /** The phone that looked first; nobody else may answer. */
  @Column({ type: 'integer', nullable: true })
  accountId!: number | null;

  /** The session that wants its proof renewed. */
  @Column({ type: 'integer', nullable: true })
  sessionId!: number | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  userAgent!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
