import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An unsafe request that was done, with the answer it got; written in the transaction of its effect. */
@Entity('idempotency_key')
@Index('ux_idempotency_key', ['accountId', 'requestKey'], { unique: true })
@Index('ix_idempotency_key_age', ['createdAt'])
export class IdempotencyKeyEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  accountId!: number;

  @Column({ type: 'varchar', length: 100 })
  requestKey!: string;

  /** Over method, path and body: the same key with another request is refused. */
  @Column({ type: 'varchar', length: 64 })
  requestHash!: string;

  @Column({ type: 'longtext', nullable: true })
  response!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
