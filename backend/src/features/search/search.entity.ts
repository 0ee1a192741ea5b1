import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One published thing that search finds. `norm` is what is compared: NFKC, lower case, no spaces. */
@Entity('search_document')
@Index('ux_search_document_ref', ['kindRank', 'refId'], { unique: true })
@Index('ix_search_document_list', ['regionId', 'kindRank', 'id'])
export class SearchDocumentEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  /** See `search-kind.ts`. */
  @Column({ type: 'integer' })
  kindRank!: number;

  @Column({ type: 'integer' })
  refId!: number;

  @Column({ type: 'integer', nullable: true })
  planId!: number | null;

  @Column({ type: 'longtext' })
  title!: string;

  @Column({ type: 'longtext' })
  body!: string;

  @Column({ type: 'longtext' })
  norm!: string;

  /** What else a hit of this kind shows, such as the unit that answered. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  note!: string | null;
}

/**
 * The distinct pairs of neighbouring letters of each document: no database we run on has a Chinese
 * full-text index in common (MariaDB has no ngram parser). The primary key is the whole row and its
 * order is the order of the answers: best kind first, newest first, read backwards.
 */
@Entity('search_gram')
@Index('ix_search_gram_document', ['documentId'])
export class SearchGramEntity {
  @PrimaryColumn({ type: 'integer' })
  regionId!: number;

  @PrimaryColumn({ type: 'varchar', length: 4 })
  gram!: string;

  @PrimaryColumn({ type: 'integer' })
  kindRank!: number;

  @PrimaryColumn({ type: 'integer' })
  documentId!: number;
}

export const searchEntities = [SearchDocumentEntity, SearchGramEntity];
