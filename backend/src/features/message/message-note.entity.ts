import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** The reason given with a move, beside the chain so that it can be erased with its salt. */
@Entity('message_note')
@Index('ux_message_note_seq', ['messageId', 'seq'], { unique: true })
export class MessageNoteEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_message_note_message' })
  message?: unknown;

  /** The event it belongs to. */
  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'longtext', nullable: true })
  text!: string | null;

  @Column({ type: 'varchar', length: 32, nullable: true })
  salt!: string | null;
}
