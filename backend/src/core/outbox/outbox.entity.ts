import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../db/row';

export type OutboxState = 'open' | 'done' | 'dead';

/** A side effect that a unit of work left to be done after its commit. */
@Entity('outbox')
@Index('ux_outbox_dedupe', ['topic', 'dedupeKey'], { unique: true })
@Index('ix_outbox_due', ['state', 'runAt', 'id'])
export class OutboxEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 60 })
  topic!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<Record<string, unknown>>() })
  payload!: Record<string, unknown>;

  @Column({ type: 'varchar', length: 150 })
  dedupeKey!: string;

  /** System time: back-off and leases do not follow the demo clock. */
  @Column({ type: 'datetime', precision: 3 })
  runAt!: Date;

  @Column({ type: 'varchar', length: 40, nullable: true })
  leaseOwner!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  leaseUntil!: Date;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'varchar', length: 10 })
  state!: OutboxState;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  lastError!: string | null;
}
