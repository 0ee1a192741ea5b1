import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { MarkKind } from './reminder-plan';

/** `waiting` to be told, `told`, or `dropped` because it made no sense any more. */
export type MarkOutcome = 'waiting' | 'told' | 'dropped';

/** One thing that the clock did to a message; the unique key lets it happen once, whoever looks. */
@Entity('message_mark')
@Index('ux_message_mark', ['messageId', 'kind', 'day'], { unique: true })
@Index('ix_message_mark_waiting', ['outcome', 'regionId', 'tellAt', 'id'])
export class MessageMarkEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_message_mark_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'varchar', length: 12 })
  kind!: MarkKind;

  /** The date that it belongs to: the due date, or the last day of a pause. */
  @Column({ type: 'varchar', length: 10 })
  day!: string;

  /** The instant of the plan; `noticedAt` is when a server came by. */
  @Column({ type: 'datetime', precision: 3 })
  markedFor!: Date;

  @Column({ type: 'datetime', precision: 3 })
  noticedAt!: Date;

  /** Not before this: quiet hours hold what is not urgent. */
  @Column({ type: 'datetime', precision: 3 })
  tellAt!: Date;

  @Column({ type: 'varchar', length: 8 })
  outcome!: MarkOutcome;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  toldAt!: Date | null;
}
