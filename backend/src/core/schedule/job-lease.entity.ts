import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Which process runs a scheduled job now, and when it is due next (system time). */
@Entity('job_lease')
@Index('ux_job_lease_job', ['job'], { unique: true })
export class JobLeaseEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 60 })
  job!: string;

  @Column({ type: 'varchar', length: 40, nullable: true })
  leaseOwner!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  leaseUntil!: Date;

  @Column({ type: 'datetime', precision: 3 })
  nextAt!: Date;
}
