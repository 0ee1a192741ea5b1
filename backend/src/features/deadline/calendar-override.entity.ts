import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A region's own day with its decision. Rows are added, never changed: the newest of a date counts. */
@Entity('calendar_override')
@Index('ix_calendar_override', ['regionId', 'date', 'id'])
export class CalendarOverrideEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'varchar', length: 10 })
  date!: string;

  @Column({ type: 'boolean' })
  working!: boolean;

  @Column({ type: 'varchar', length: 300 })
  decision!: string;

  /** True when this row takes the date's override back. */
  @Column({ type: 'boolean' })
  lifted!: boolean;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  decidedAt!: Date;
}
