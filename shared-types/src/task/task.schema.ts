import * as z from 'zod/mini';
import { Attachment } from '../attachment/attachment.schema';
import { DateOnly, Instant } from '../primitives';
import { lights } from './light';
import { progressStates } from './progress.workflow';
import { taskMoves } from './task.workflow';

/** A unit beside a task: the name as printed, and the unit of the region it was matched to. */
export const TaskUnit = z.object({ id: z.nullable(z.number()), name: z.string() });
export type TaskUnit = z.infer<typeof TaskUnit>;

export const LightCountsSchema = z.object({
  done: z.number(),
  doneLate: z.number(),
  onTrack: z.number(),
  dueSoon: z.number(),
  overdue: z.number(),
  notStarted: z.number(),
  stale: z.number(),
});

export const TaskRow = z.object({
  id: z.number(),
  /** As printed in the paper, such as `20`; null where the paper numbers nothing. */
  no: z.nullable(z.string()),
  text: z.string(),
  year: z.number(),
  planId: z.number(),
  /** The work point whose tasks this is one of, so that a plan can be read with its tasks in place. */
  pointId: z.nullable(z.number()),
  section: z.nullable(z.string()),
  group: z.nullable(z.string()),
  leadUnits: z.array(TaskUnit),
  responsibleUnits: z.array(TaskUnit),
  deadlineText: z.nullable(z.string()),
  dueOn: z.nullable(DateOnly),
  continuous: z.boolean(),
  light: z.enum(lights),
  percent: z.number(),
  /** Working days from tomorrow to the due date; 0 on the day itself, null when closed, late or undated. */
  workingDaysLeft: z.nullable(z.number()),
  finishedOn: z.nullable(DateOnly),
  lastProgressOn: z.nullable(DateOnly),
});
export type TaskRow = z.infer<typeof TaskRow>;

export const ProgressEntry = z.object({
  id: z.number(),
  taskId: z.number(),
  unitName: z.string(),
  text: z.string(),
  percent: z.number(),
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  attachments: z.array(Attachment),
  status: z.enum(progressStates),
  asksClose: z.boolean(),
  submittedAt: Instant,
  decidedAt: z.nullable(Instant),
  /** Why it was sent back; for the unit's own staff only. */
  note: z.nullable(z.string()),
});
export type ProgressEntry = z.infer<typeof ProgressEntry>;

/** One wording of a task, from a moment on. */
export const TaskVersion = z.object({
  id: z.number(),
  text: z.string(),
  /** When it came to hold; of the wording of the paper, when the task was made. */
  changedAt: Instant,
  /** Who changed it; for the region's own staff only. */
  changedBy: z.nullable(z.string()),
  /** Why; null for the wording of the paper. */
  reason: z.nullable(z.string()),
});
export type TaskVersion = z.infer<typeof TaskVersion>;

export const TaskDetail = z.extend(TaskRow, {
  regionCode: z.string(),
  plan: z.object({ id: z.number(), title: z.string(), documentNumber: z.nullable(z.string()) }),
  /** The sentence of the paper that the task comes from. */
  point: z.nullable(
    z.object({ id: z.number(), number: z.nullable(z.string()), title: z.nullable(z.string()) }),
  ),
  /** Members of the collective units among those named. */
  expandedUnits: z.array(z.object({ name: z.string(), members: z.array(z.string()) })),
  progress: z.array(ProgressEntry),
  /** One of the 民生实事, by its words or by the office's mark. */
  livelihood: z.boolean(),
  /** Whether the caller follows it. */
  following: z.boolean(),
  /** Wordings that the text has had; 1 when it was never changed. */
  versions: z.number(),
  questions: z.object({ total: z.number(), answered: z.number() }),
  /** What the caller may do now. */
  moves: z.array(z.enum(taskMoves)),
});
export type TaskDetail = z.infer<typeof TaskDetail>;
