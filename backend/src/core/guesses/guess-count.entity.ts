import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Guesses at one secret within the running minute, over all servers together (system time). */
@Entity('guess_count')
@Index('ux_guess_count_subject', ['subject'], { unique: true })
@Index('ix_guess_count_since', ['since'])
export class GuessCountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** A digest: receipt numbers and addresses are nobody's business here. */
  @Column({ type: 'varchar', length: 64 })
  subject!: string;

  @Column({ type: 'datetime', precision: 3 })
  since!: Date;

  @Column({ type: 'integer' })
  taken!: number;
}
