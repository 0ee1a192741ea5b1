import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type {
  ParsedUnitList,
  PlanMove,
  PlanRemark,
  PlanState,
  PointLevel,
  TaskUnit,
} from '@sunledger/shared-types';
import { AppendedEvent } from '../../core/db/appended-event';
import { jsonColumn } from '../../core/db/row';

/** One year's 工作要点 of a region, with the text of its paper to the last character. */
@Entity('work_plan')
@Index('ux_work_plan_published', ['publishedKey'], { unique: true })
@Index('ix_work_plan_published', ['regionId', 'published', 'year', 'id'])
@Index('ix_work_plan_region', ['regionId', 'year', 'id'])
@Index('ix_work_plan_review', ['regionId', 'status', 'id'])
export class WorkPlanEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @ManyToOne('RegionEntity')
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_work_plan_region' })
  region?: unknown;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'varchar', length: 300 })
  title!: string;

  @Column({ type: 'varchar', length: 300, nullable: true })
  noticeTitle!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  issuer!: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  issuedOn!: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  printedOn!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  disclosure!: string | null;

  @Column({ type: 'longtext', nullable: true })
  addressees!: string | null;

  @Column({ type: 'longtext', nullable: true })
  overview!: string | null;

  @Column({ type: 'longtext', nullable: true })
  closing!: string | null;

  /** Megabytes at times: loaded only by name. */
  @Column({ type: 'longtext', select: false })
  sourceText!: string;

  @Column({ type: 'varchar', length: 255 })
  fileName!: string;

  @Column({ type: 'longtext', select: false, transformer: jsonColumn<PlanRemark[]>() })
  remarks!: PlanRemark[];

  @Column({ type: 'longtext', transformer: jsonColumn<ParsedUnitList[]>() })
  unitLists!: ParsedUnitList[];

  @Column({ type: 'varchar', length: 16 })
  status!: PlanState;

  @Column({ type: 'boolean' })
  published!: boolean;

  /** Region, year and a digest of the title while published, else null: no two at a time, on any database. */
  @Column({ type: 'varchar', length: 80, nullable: true })
  publishedKey!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'integer', nullable: true })
  createdBy!: number | null;

  @Column({ type: 'integer', nullable: true })
  submittedBy!: number | null;

  @Column({ type: 'integer', nullable: true })
  approvedBy!: number | null;

  @Column({ type: 'integer', nullable: true })
  publishedBy!: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** Why it may be public although the paper does not say 主动公开; the account is `publishedBy`. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  publishDecision!: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  reviewNote!: string | null;
}

/** A node of the plan's tree; `position` is the reading order over the whole plan. */
@Entity('work_point')
@Index('ix_work_point_order', ['planId', 'position'])
export class WorkPointEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'integer' })
  regionId!: number;

  @Column({ type: 'integer' })
  planId!: number;

  @ManyToOne(() => WorkPlanEntity)
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'fk_work_point_plan' })
  plan?: Relation<WorkPlanEntity>;

  @Column({ type: 'integer', nullable: true })
  parentId!: number | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'varchar', length: 10 })
  level!: PointLevel;

  @Column({ type: 'varchar', length: 40, nullable: true })
  number!: string | null;

  @Column({ type: 'longtext', nullable: true })
  title!: string | null;

  @Column({ type: 'longtext', nullable: true })
  text!: string | null;

  @Column({ type: 'longtext', nullable: true })
  unitText!: string | null;

  @Column({ type: 'longtext', transformer: jsonColumn<TaskUnit[]>() })
  leadUnits!: TaskUnit[];

  @Column({ type: 'longtext', transformer: jsonColumn<TaskUnit[]>() })
  responsibleUnits!: TaskUnit[];

  @Column({ type: 'longtext', nullable: true })
  deadlineText!: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  dueOn!: string | null;
}

export type PlanEventCode = 'imported' | PlanMove;

/** What happened to a plan, appended by its workflow and never rewritten. */
@Entity('plan_event')
@Index('ix_plan_event_plan', ['planId', 'id'])
export class PlanEventEntity extends AppendedEvent {
  @Column({ type: 'integer' })
  planId!: number;

  @ManyToOne(() => WorkPlanEntity)
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'fk_plan_event_plan' })
  plan?: Relation<WorkPlanEntity>;

  @Column({ type: 'varchar', length: 20 })
  code!: PlanEventCode;
}

export const planEntities = [WorkPlanEntity, WorkPointEntity, PlanEventEntity];
