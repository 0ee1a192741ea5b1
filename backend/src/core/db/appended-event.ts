import { Column, PrimaryGeneratedColumn } from 'typeorm';

/** The columns of everything that is told of a thing, appended and never rewritten; the code is the thing's own. */
export abstract class AppendedEvent {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Null for what happened by itself. */
  @Column({ type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;
}
