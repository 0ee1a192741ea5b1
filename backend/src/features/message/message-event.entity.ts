import type { MessageEventCode } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../../core/db/row';
import type { EventBy, EventFacts } from './event-chain';

/** One row of a message's chain: appended, never changed. */
@Entity('message_event')
@Index('ux_message_event_seq', ['messageId', 'seq'], { unique: true })
@Index('ix_message_event_at', ['at'])
export class MessageEventEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_message_event_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'varchar', length: 24 })
  code!: MessageEventCode;

  /** When it happened by the business clock; an overdue is dated by its due date. */
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'varchar', length: 8, name: 'made_by' })
  by!: EventBy;

  @Column({ type: 'integer', nullable: true })
  actorId!: number | null;

  @Column({ type: 'integer' })
  unitId!: number;

  @Column({ type: 'longtext', transformer: jsonColumn<EventFacts>() })
  facts!: EventFacts;

  @Column({ type: 'varchar', length: 64, nullable: true })
  digest!: string | null;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
