import type {
  HiddenState,
  MessageKind,
  MessageOrigin,
  MessageState,
  ObjectionState,
} from '@sunledger/shared-types';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { jsonColumn } from '../../core/db/row';
import type { ClassBefore, Pause } from './message-clock';

/** How a message ended for the figures; `open` until a reply is published or the author withdraws. */
export type MessageResult = 'open' | 'onTime' | 'late' | 'withdrawn';

/**
 * A citizen's message and its clock. Only the workflow sets `status`, `result` and the clock columns, and
 * it appends an event with every change (`message.workflow.ts`); `receivedAt` never changes.
 */
@Entity('message')
@Index('ux_message_number', ['regionId', 'number'], { unique: true })
@Index('ix_message_public', ['regionId', 'publicShown', 'id'])
@Index('ix_message_public_unit', ['unitId', 'publicShown', 'id'])
@Index('ix_message_public_kind', ['regionId', 'publicShown', 'kind', 'id'])
@Index('ix_message_task', ['taskId', 'publicShown', 'id'])
@Index('ix_message_author', ['authorId', 'id'])
@Index('ix_message_author_result', ['authorId', 'result', 'id'])
@Index('ix_message_unit', ['unitId', 'id'])
@Index('ix_message_region', ['regionId', 'id'])
@Index('ix_message_unit_status', ['unitId', 'status', 'dueAt', 'id'])
@Index('ix_message_unit_result', ['unitId', 'result', 'dueAt', 'id'])
@Index('ix_message_region_result', ['regionId', 'result', 'dueAt', 'id'])
// Covers the whole figures query: it reads no row.
@Index('ix_message_figures', [
  'regionId',
  'dueOn',
  'dueAt',
  'unitId',
  'overdueUnitId',
  'receivedSimple',
  'result',
  'reclassified',
  'answerMinutes',
  'origin',
  'status',
  'kind',
  'wasPaused',
  'extraDays',
  'heldSince',
  'mergedInto',
])
@Index('ix_message_due', ['regionId', 'dueOn', 'id'])
@Index('ix_message_sweep', ['sweepAt', 'id'])
@Index('ix_message_query', ['queryHash'])
@Index('ix_message_archive', ['archiveAt', 'id'])
@Index('ix_message_awaits', ['regionId', 'awaitsDecision', 'dueAt', 'id'])
@Index('ix_message_merged', ['mergedInto', 'id'])
export class MessageEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_message_region' })
  region?: unknown;

  /** `YX20261120-0031`: prefix of the region, China date of receipt, number of that day. */
  @Column({ type: 'varchar', length: 24 })
  number!: string;

  /** The answered message that this one follows, and how; null for a message sent on its own. */
  @Column({ type: 'integer', nullable: true })
  parentId!: number | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  origin!: Exclude<MessageOrigin, 'message'> | null;

  @Column({ type: 'varchar', length: 16 })
  kind!: MessageKind;

  @Column({ type: 'boolean' })
  simple!: boolean;

  /** Received as a simple inquiry: stays in the simple figures though it be lengthened later. */
  @Column({ type: 'boolean' })
  receivedSimple!: boolean;

  /** Null, like its salt, once the person had it erased. */
  @Column({ type: 'longtext', nullable: true })
  text!: string | null;

  @Column({ type: 'varchar', length: 32, nullable: true })
  textSalt!: string | null;

  @Column({ type: 'integer', nullable: true })
  taskId!: number | null;

  @ManyToOne('TaskEntity')
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_message_task' })
  task?: unknown;

  /** The unit that handles it now. */
  @Column({ type: 'integer' })
  unitId!: number;

  @ManyToOne('UnitEntity')
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'fk_message_unit' })
  unit?: unknown;

  @Column({ type: 'integer' })
  authorId!: number;

  @ManyToOne('AccountEntity')
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'fk_message_author' })
  author?: unknown;

  @Column({ type: 'varchar', length: 20, nullable: true })
  contactName!: string | null;

  /** Sealed with FIELD_KEY; see `FieldCipher`. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  contactPhone!: string | null;

  @Column({ type: 'boolean' })
  publicWanted!: boolean;

  /** Answered, wanted by the author and allowed by the approver: what public lists show. */
  @Column({ type: 'boolean' })
  publicShown!: boolean;

  /** The question without personal data; set when it is shown in public. */
  @Column({ type: 'longtext', nullable: true })
  publicText!: string | null;

  @Column({ type: 'varchar', length: 16 })
  status!: MessageState;

  @Column({ type: 'datetime', precision: 3 })
  receivedAt!: Date;

  @Column({ type: 'varchar', length: 10 })
  receivedOn!: string;

  /** Counted from the receipt to the due date, with everything that was added or is not counted. */
  @Column({ type: 'integer' })
  workingDays!: number;

  @Column({ type: 'varchar', length: 10 })
  dueOn!: string;

  /** The first instant that is late. */
  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'boolean' })
  provisional!: boolean;

  /** The rule it is judged by; null for the product's defaults. */
  @Column({ type: 'integer', nullable: true })
  ruleId!: number | null;

  @Column({ type: 'varchar', length: 60 })
  calendarVersion!: string;

  /** Lengthened by another kind, for ever: an undone lengthening stays in the figures too. */
  @Column({ type: 'boolean' })
  reclassified!: boolean;

  /** What it was before it was lengthened, while that may be undone. */
  @Column({ type: 'longtext', nullable: true, transformer: jsonColumn<ClassBefore>() })
  reclassifiedFrom!: ClassBefore | null;

  /** Each question to the author and the days that are not counted for it; null without one. */
  @Column({ type: 'longtext', nullable: true, transformer: jsonColumn<readonly Pause[]>() })
  pauses!: readonly Pause[] | null;

  /** Its author was asked for more at least once, for the figures; follows `pauses`. */
  @Column({ type: 'boolean', nullable: true })
  wasPaused!: boolean | null;

  /** The last day that is not counted, while the author is being waited for. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  pausedUntil!: string | null;

  /** Working days that the extension added. */
  @Column({ type: 'integer', nullable: true })
  extraDays!: number | null;

  /** An extension asked for and not decided yet, and who asked. */
  @Column({ type: 'integer', nullable: true })
  extendDays!: number | null;

  @Column({ type: 'integer', nullable: true })
  extendBy!: number | null;

  /** What became of the author's objection against a decline. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  objection!: ObjectionState | null;

  /** The reply in review or published; earlier ones stay in `reply`. */
  @Column({ type: 'integer', nullable: true })
  replyId!: number | null;

  /** A revision of the published reply that waits for approval. */
  @Column({ type: 'integer', nullable: true })
  revisionId!: number | null;

  /** Taken out of public view, and by whom. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  hidden!: HiddenState | null;

  @Column({ type: 'integer', nullable: true })
  hiddenBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  /** Wall minutes from receipt to publication, for the median. */
  @Column({ type: 'integer', nullable: true })
  answerMinutes!: number | null;

  @Column({ type: 'varchar', length: 10 })
  result!: MessageResult;

  /** When the mark was made; `overdueOn` is the due date it belongs to, whenever it was noticed. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  overdueMarkedAt!: Date | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  overdueOn!: string | null;

  /** The unit that held it when its day passed: handing it on later does not move the miss. */
  @Column({ type: 'integer', nullable: true })
  overdueUnitId!: number | null;

  /** Since when the present unit has it. */
  @Column({ type: 'datetime', precision: 3 })
  heldSince!: Date;

  /** When the clock has to look at it next; null when nothing is left to do. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sweepAt!: Date | null;

  /** The message of the same question that it goes with; it keeps receipt, date and result of its own. */
  @Column({ type: 'integer', nullable: true })
  mergedInto!: number | null;

  /** Who works on it, for colleagues to see. */
  @Column({ type: 'integer', nullable: true })
  claimedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  claimedAt!: Date | null;

  /** Somebody else has to decide something about it (`awaitsDecision` in the workflow); null when not. */
  @Column({ type: 'boolean', nullable: true })
  awaitsDecision!: boolean | null;

  /** When it is to be archived; null while it is open or something waits, and once it is done. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  archiveAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  archivedAt!: Date | null;
  /** The server that looks at it now, and until when by system time; see `SweepRepository`. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  sweepOwner!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  sweepUntil!: Date | null;

  @Column({ type: 'integer' })
  chainLength!: number;

  /** Hash of the last row of the chain, and the seal over it; see `event-chain.ts`. */
  @Column({ type: 'varchar', length: 64 })
  chainLast!: string;

  @Column({ type: 'varchar', length: 64 })
  chainHead!: string;

  /** The query code's nonce and keyed hash, see `query-code.ts`; null once the data were erased. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  queryNonce!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  queryHash!: string | null;

  /** Grows with every change; a change that finds another number lost the race. */
  @Column({ type: 'integer' })
  version!: number;
}
