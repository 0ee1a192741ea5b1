import type { ReplyRule } from '@sunledger/shared-types';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../../core/db/row';

/** The reply rule of a region from a day on. Rows are added, never changed: a message is judged by its day's. */
@Entity('reply_rule')
@Index('ix_reply_rule_day', ['regionId', 'effectiveFrom', 'id'])
export class ReplyRuleEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'varchar', length: 10 })
  effectiveFrom!: string;

  @Column({ type: 'longtext', transformer: jsonColumn<ReplyRule>() })
  rule!: ReplyRule;

  @Column({ type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ type: 'datetime', precision: 3 })
  decidedAt!: Date;
}
