import * as z from 'zod/mini';
import { DateOnly, Instant } from '../primitives';
import { LightCountsSchema, TaskUnit } from '../task/task.schema';
import { planMoves, planStates } from './plan.workflow';

export const PlanRow = z.object({
  id: z.number(),
  regionCode: z.string(),
  year: z.number(),
  title: z.string(),
  documentNumber: z.nullable(z.string()),
  issuer: z.nullable(z.string()),
  issuedOn: z.nullable(DateOnly),
  printedOn: z.nullable(DateOnly),
  disclosure: z.nullable(z.string()),
  status: z.enum(planStates),
  publishedAt: z.nullable(Instant),
  taskCount: z.number(),
  lights: LightCountsSchema,
});
export type PlanRow = z.infer<typeof PlanRow>;

export const pointLevels = ['section', 'item', 'subItem'] as const;
export type PointLevel = (typeof pointLevels)[number];

/** One node of the plan's tree, flat and in reading order; `parentId` gives the tree. */
export const WorkPoint = z.object({
  id: z.number(),
  parentId: z.nullable(z.number()),
  level: z.enum(pointLevels),
  number: z.nullable(z.string()),
  title: z.nullable(z.string()),
  text: z.nullable(z.string()),
  leadUnits: z.array(TaskUnit),
  responsibleUnits: z.array(TaskUnit),
  deadlineText: z.nullable(z.string()),
  dueOn: z.nullable(DateOnly),
  /** Lights of the tasks below this point. */
  lights: LightCountsSchema,
});
export type WorkPoint = z.infer<typeof WorkPoint>;

export const PlanDetail = z.extend(PlanRow, {
  noticeTitle: z.nullable(z.string()),
  addressees: z.nullable(z.string()),
  overview: z.nullable(z.string()),
  closing: z.nullable(z.string()),
  points: z.array(WorkPoint),
  unitLists: z.array(z.object({ title: z.nullable(z.string()), units: z.array(z.string()) })),
  /** For the office and reviewers only; empty for others. */
  moves: z.array(z.enum(planMoves)),
  reviewNote: z.nullable(z.string()),
});
export type PlanDetail = z.infer<typeof PlanDetail>;
