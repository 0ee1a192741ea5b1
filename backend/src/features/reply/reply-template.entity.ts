import type { MessageKind } from '@sunledger/shared-types';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A text to start a reply from; without a unit it serves the whole region, without a kind every kind. */
@Entity('reply_template')
@Index('ix_reply_template_unit', ['regionId', 'unitId', 'id'])
export class ReplyTemplateEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer', nullable: true })
  unitId!: number | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  kind!: MessageKind | null;

  @Column({ type: 'varchar', length: 60 })
  title!: string;

  @Column({ type: 'longtext' })
  text!: string;
}
