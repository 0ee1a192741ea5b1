import * as z from 'zod/mini';
import { DateOnly, Instant } from '../primitives';
import { messageEventCodes, messageKinds, messageMoves, messageStates } from './message.workflow';

/** How the clock of a message stands. `onTime` and `late` are final results. */
export const clockStates = ['running', 'overdue', 'onTime', 'late', 'stopped'] as const;
export type ClockState = (typeof clockStates)[number];

export const MessageRow = z.object({
  id: z.number(),
  /** The receipt number, such as `YX20261120-0031`; null where the viewer may not know it. */
  number: z.nullable(z.string()),
  kind: z.enum(messageKinds),
  simple: z.boolean(),
  /** The question as far as this viewer may read it; contact data is masked in public. */
  text: z.string(),
  /** 王* or 网友 in public; the name given for the staff in charge. */
  authorName: z.string(),
  taskId: z.nullable(z.number()),
  unit: z.object({ id: z.number(), name: z.string() }),
  status: z.enum(messageStates),
  clock: z.enum(clockStates),
  receivedAt: Instant,
  dueOn: DateOnly,
  provisional: z.boolean(),
  /** Working days left; 0 on the due date, negative never (late is `overdue`). */
  workingDaysLeft: z.nullable(z.number()),
  answeredAt: z.nullable(Instant),
  /** The published reply, for lists of answers. */
  replyText: z.nullable(z.string()),
  public: z.boolean(),
});
export type MessageRow = z.infer<typeof MessageRow>;

export const MessageEvent = z.object({
  code: z.enum(messageEventCodes),
  at: Instant,
  unitName: z.nullable(z.string()),
  /** A reason given with the move, for the eyes of author and staff. */
  note: z.nullable(z.string()),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const ReplyView = z.object({
  id: z.number(),
  text: z.string(),
  unitName: z.string(),
  status: z.enum(['inReview', 'sentBack', 'published']),
  draftedByMe: z.boolean(),
  drafterName: z.nullable(z.string()),
  draftedAt: Instant,
  publishedAt: z.nullable(Instant),
  note: z.nullable(z.string()),
});
export type ReplyView = z.infer<typeof ReplyView>;

export const Rating = z.object({ level: z.number(), text: z.nullable(z.string()), ratedAt: Instant });
export type Rating = z.infer<typeof Rating>;

export const MessageDetail = z.extend(MessageRow, {
  regionCode: z.string(),
  task: z.nullable(z.object({ id: z.number(), no: z.nullable(z.string()), text: z.string() })),
  /** What the author wants: to be shown in public. Shown only after staff review. */
  publicWanted: z.boolean(),
  /** Contact phone, for the handling unit and the author only. */
  contactPhone: z.nullable(z.string()),
  mine: z.boolean(),
  events: z.array(MessageEvent),
  /** The published reply for everybody; drafts for staff in charge only. */
  replies: z.array(ReplyView),
  rating: z.nullable(Rating),
  /** What the caller may do now, drawn as buttons. */
  moves: z.array(z.enum(messageMoves)),
});
export type MessageDetail = z.infer<typeof MessageDetail>;

export const ReplyTemplate = z.object({
  id: z.number(),
  title: z.string(),
  text: z.string(),
  kind: z.nullable(z.enum(messageKinds)),
});
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;
