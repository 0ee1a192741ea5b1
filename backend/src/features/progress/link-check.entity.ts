import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { LinkState } from '../../adapters/link-check';

/** Whether a link of a report could be opened when it was last tried. */
@Entity('link_check')
@Index('ux_link_check_url', ['progressId', 'urlHash'], { unique: true })
export class LinkCheckEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  progressId!: number;

  @ManyToOne('ProgressReportEntity')
  @JoinColumn({ name: 'progress_id', foreignKeyConstraintName: 'fk_link_check_progress' })
  progress?: unknown;

  @Column({ type: 'varchar', length: 64 })
  urlHash!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: LinkState;

  @Column({ type: 'integer', nullable: true })
  httpStatus!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  checkedAt!: Date;
}
