import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../db/row';

/**
 * `attempted` is under way and must not be repeated; `unknown` is such a one of which nobody knows whether it
 * arrived. `dead` is given up and may be replayed by an admin.
 */
export const outboxStates = ['open', 'attempted', 'done', 'dead', 'unknown'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** A side effect that a unit of work left to be done after its commit. */
@Entity('outbox')
@Index('ux_outbox_dedupe', ['topic', 'dedupeKey'], { unique: true })
@Index('ix_outbox_due', ['state', 'runAt', 'id'])
@Index('ix_outbox_state', ['state', 'id'])
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

  /** Brought back from the dead letters, by whom and when last; null when never. */
  @Column({ type: 'integer', nullable: true })
  replayedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  replayedAt!: Date | null;
}
