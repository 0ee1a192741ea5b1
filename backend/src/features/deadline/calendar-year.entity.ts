import type { CalendarYear } from '@sunledger/shared-types';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../../core/db/row';

/** A year of the State Council's arrangement that came after this release; the newest row of a year counts. */
@Entity('calendar_year')
@Index('ix_calendar_year', ['year', 'id'])
export class CalendarYearEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'longtext', transformer: jsonColumn<CalendarYear>() })
  content!: CalendarYear;

  @Column({ type: 'integer', nullable: true })
  importedBy!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  importedAt!: Date;
}
