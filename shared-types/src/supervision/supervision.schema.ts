import * as z from 'zod/mini';
import { DateOnly, Instant, UnitRef } from '../primitives';
import { supervisionEventCodes, supervisionMoves, supervisionStates } from './supervision.workflow';

/** What it is about. A message shows its kind and receipt number, never its text. */
export const SupervisionSubject = z.object({
  kind: z.enum(['task', 'message']),
  id: z.number(),
  title: z.string(),
});
export type SupervisionSubject = z.infer<typeof SupervisionSubject>;

export const Supervision = z.object({
  id: z.number(),
  /** `督〔2026〕3号`, counted per region and year. */
  number: z.string(),
  subject: SupervisionSubject,
  unit: UnitRef,
  instruction: z.string(),
  state: z.enum(supervisionStates),
  issuedAt: Instant,
  dueOn: DateOnly,
  /** Working days from tomorrow to the due date; null once answered or late. */
  workingDaysLeft: z.nullable(z.number()),
  /** Its day has passed without an answer; stays so for ever. */
  overdue: z.boolean(),
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
});
export type Supervision = z.infer<typeof Supervision>;

export const SupervisionDetail = z.extend(Supervision, {
  regionCode: z.string(),
  /** The day passed and, one working day later, officials were told. */
  escalated: z.boolean(),
  events: z.array(
    z.object({
      code: z.enum(supervisionEventCodes),
      at: Instant,
      /** Who did it; null for what time did. */
      by: z.nullable(z.string()),
      text: z.nullable(z.string()),
    }),
  ),
  /** What the caller may do now. */
  moves: z.array(z.enum(supervisionMoves)),
});
export type SupervisionDetail = z.infer<typeof SupervisionDetail>;

/** What stands of supervision beside a task or a message, for staff. */
export const SubjectSupervision = z.object({
  /** The newest first. */
  items: z.array(Supervision),
  /** The units that one may be issued to; empty when the caller may not. */
  units: z.array(UnitRef),
  /** Days to choose from with the dates that they mean; empty when the caller may not issue. */
  dueOptions: z.array(z.object({ days: z.number(), dueOn: DateOnly })),
  /** Whether the caller may urge, once per working day; and when somebody last did. */
  mayUrge: z.boolean(),
  urgedAt: z.nullable(Instant),
});
export type SubjectSupervision = z.infer<typeof SubjectSupervision>;
