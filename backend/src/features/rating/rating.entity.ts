import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** What the author thinks of the answer, given once. */
@Entity('rating')
@Index('ux_rating_message', ['messageId'], { unique: true })
@Index('ix_rating_region', ['regionId', 'level', 'id'])
export class RatingEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  messageId!: number;

  @ManyToOne('MessageEntity')
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'fk_rating_message' })
  message?: unknown;

  @Column({ type: 'integer' })
  replyId!: number;

  /** 5 非常满意 … 1 非常不满意. */
  @Column({ type: 'integer' })
  level!: number;

  @Column({ type: 'longtext', nullable: true })
  text!: string | null;

  @Column({ type: 'varchar', length: 32, nullable: true })
  textSalt!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  ratedAt!: Date;
}

export const ratingEntities = [RatingEntity];
