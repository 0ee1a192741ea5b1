import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts by day: receipt numbers of a region, messages of an account. */
@Entity('daily_counter')
export class DailyCounterEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  scope!: string;

  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ type: 'integer' })
  value!: number;
}
