import type { DeclineReason } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ReplyTemplateEntity } from './reply-template.entity';

/** `superseded` was published and has been revised since; `edited` gave way to the words of a reviewer. */
export type ReplyStatus = 'inReview' | 'sentBack' | 'edited' | 'published' | 'superseded';

/** A draft of an answer; published by another person it becomes the answer. */
@Entity('reply')
@Index('ix_reply_message', ['messageId', 'id'])
export class ReplyEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_reply_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  unitId!: number;

  @Column({ type: 'longtext' })
  text!: string;

  @Column({ type: 'varchar', length: 32 })
  textSalt!: string;

  /** Without personal data; set when it is shown in public. */
  @Column({ type: 'longtext', nullable: true })
  publicText!: string | null;

  /** Why a phrase that answers nothing is right here. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  holdingReason!: string | null;

  /** Why the message is declined; null for an answer. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  declineReason!: DeclineReason | null;

  @Column({ type: 'varchar', length: 12 })
  status!: ReplyStatus;

  @Column({ type: 'integer' })
  drafterId!: number;

  @Column({ type: 'datetime', precision: 3 })
  draftedAt!: Date;

  @Column({ type: 'integer', nullable: true })
  reviewerId!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** Why it was sent back. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;
}

export const replyEntities = [ReplyEntity, ReplyTemplateEntity];
