import * as z from 'zod/mini';
import { Attachment } from '../attachment/attachment.schema';
import { DateOnly, Instant } from '../primitives';
import { EvidenceKind } from './evidence';
import { lights } from './light';
import { progressStates } from './progress.workflow';
import { ExpandedUnit, TaskLink, TaskRemark } from './task-change.schema';
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

/** Open tasks by how long ago they last had public progress. */
export const UpdateCounts = z.object({
  recent: z.number(),
  ageing: z.number(),
  late: z.number(),
  silent: z.number(),
  never: z.number(),
});
export type UpdateCounts = z.infer<typeof UpdateCounts>;

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
  attachments: z.array(Attachment),
  links: z.array(z.object({ title: z.string(), url: z.string(), datedOn: z.optional(z.nullable(DateOnly)) })),
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
  /** Members of the collective units among those named, each with what it has reported. */
  expandedUnits: z.array(ExpandedUnit),
  /** Its villages; its own state is derived from theirs. */
  parts: z.nullable(z.object({ total: z.number(), closed: z.number(), started: z.number() })),
  /** Set on a village: its name, and the task it is a part of. */
  part: z.nullable(z.object({ place: z.string(), parentId: z.number(), parentText: z.string() })),
  /** What it was split, merged or carried from. */
  cameFrom: z.array(TaskLink),
  /** What became of it; a task that was split or merged is `replaced` and reports no more. */
  became: z.array(TaskLink),
  replaced: z.boolean(),
  /** Said by the office in public under a name; no remark changes the light. */
  remarks: z.array(TaskRemark),
  /** The light at the end of each month, the oldest first. */
  lightHistory: z.array(z.object({ month: z.string(), light: z.enum(lights) })),
  /** Kinds of evidence without which it is not closed out. */
  asks: z.array(EvidenceKind),
  /** For the staff of the region: who verifies its end instead of the office. */
  checker: z.nullable(z.object({ accountId: z.number(), name: z.string() })),
  /** For the staff of the region: why the close-out was last refused, while nothing new was reported. */
  returned: z.nullable(z.object({ note: z.string(), at: Instant })),
  /** The caller is the office and may change the task itself. */
  editable: z.boolean(),
  /** For the office: a change that waits for a second person. */
  pendingChange: z.nullable(z.number()),
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
