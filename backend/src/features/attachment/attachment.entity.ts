import type { AttachmentKind, AttachmentState } from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/** What files are sent for; a feature that takes files adds its word. */
export type AttachmentPurpose = 'progress';

/** `storing`: the content is on its way; `gone`: the content is being deleted. Neither is shown. */
export type StoredState = AttachmentState | 'storing' | 'gone';

/**
 * A file that was sent: first it belongs to its uploader only (`holderId` null), then to the thing that
 * names it. A thing that takes over a file of an earlier one gets a row of its own with the same keys.
 */
@Entity('attachment')
@Index('ix_attachment_holder', ['purpose', 'holderId', 'position'])
@Index('ix_attachment_uploader', ['uploadedBy', 'holderId'])
@Index('ix_attachment_state', ['state', 'id'])
export class AttachmentEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_attachment_region' })
  region?: unknown;

  @Column({ type: 'varchar', length: 12 })
  purpose!: AttachmentPurpose;

  /** What it was sent for (the task): it is bound to nothing else. */
  @Column({ type: 'integer' })
  scopeId!: number;

  /** What holds it (the report); null until that is sent. */
  @Column({ type: 'integer', nullable: true })
  holderId!: number | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'varchar', length: 120 })
  name!: string;

  @Column({ type: 'varchar', length: 8 })
  kind!: AttachmentKind;

  @Column({ type: 'varchar', length: 100 })
  contentType!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  /** Of what is stored. */
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;

  @Column({ type: 'varchar', length: 80 })
  objectKey!: string;

  @Column({ type: 'varchar', length: 80, nullable: true })
  thumbnailKey!: string | null;

  @Column({ type: 'varchar', length: 10 })
  state!: StoredState;

  @Column({ type: 'integer' })
  uploadedBy!: number;

  @Column({ type: 'datetime', precision: 3 })
  uploadedAt!: Date;
}

export const attachmentEntities = [AttachmentEntity];
