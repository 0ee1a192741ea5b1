import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/**
 * One stay of a message with one unit, written with the event that ended it (`seq` in the chain). The stay
 * that goes on is `message.heldSince`. For the figures: what each unit's holding time is.
 */
@Entity('message_stay')
export class MessageStayEntity {
  @PrimaryColumn({ type: 'integer' })
  messageId!: number;

  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_message_stay_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  @Column({ type: 'datetime', precision: 3 })
  fromAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  toAt!: Date;

  /** Wall minutes. */
  @Column({ type: 'integer' })
  minutes!: number;
}
