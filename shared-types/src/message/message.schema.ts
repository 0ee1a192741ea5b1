import * as z from 'zod/mini';
import { DateOnly, Instant } from '../primitives';
import { declineReasons, messageKinds, messageOrigins } from './message-words';
import { messageEventCodes } from './message-events';
import { messageMoves, messageStates } from './message.workflow';

/** How the clock of a message stands: `paused` while the author is asked for more; `onTime` and `late` are final. */
export const clockStates = ['running', 'paused', 'overdue', 'onTime', 'late', 'stopped'] as const;
export type ClockState = (typeof clockStates)[number];

export const objectionStates = ['open', 'upheld', 'rejected'] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const hiddenStates = ['hidden', 'confirmed'] as const;
export type HiddenState = (typeof hiddenStates)[number];

/** Who works on a message, for the eyes of its staff. */
export const MessageClaim = z.object({
  name: z.string(),
  mine: z.boolean(),
  since: Instant,
  /** Colleagues may take it over. */
  stale: z.boolean(),
});
export type MessageClaim = z.infer<typeof MessageClaim>;

export const MessageRow = z.object({
  id: z.number(),
  regionId: z.number(),
  /** The receipt number, such as `YX20261120-0031`; null where the viewer may not know it. */
  number: z.nullable(z.string()),
  kind: z.enum(messageKinds),
  origin: z.enum(messageOrigins),
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
  claim: z.nullable(MessageClaim),
  /** Goes with another message of the same question; it keeps its own date. */
  merged: z.boolean(),
});
export type MessageRow = z.infer<typeof MessageRow>;

export const MessageEvent = z.object({
  code: z.enum(messageEventCodes),
  at: Instant,
  unitName: z.nullable(z.string()),
  /** A reason given with the move, for the eyes of author and staff. */
  note: z.nullable(z.string()),
  /** The due date that holds from this step on, or that this step is about; absent where none is set. */
  dueOn: z.optional(DateOnly),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const ReplyView = z.object({
  id: z.number(),
  text: z.string(),
  unitName: z.string(),
  /** `edited`: its words were changed by a reviewer, whose draft took its place. */
  status: z.enum(['inReview', 'sentBack', 'edited', 'published', 'superseded']),
  /** Why the message is declined; null or absent for an answer. */
  declineReason: z.optional(z.nullable(z.enum(declineReasons))),
  draftedByMe: z.boolean(),
  drafterName: z.nullable(z.string()),
  draftedAt: Instant,
  publishedAt: z.nullable(Instant),
  note: z.nullable(z.string()),
});
export type ReplyView = z.infer<typeof ReplyView>;

export const Rating = z.object({ level: z.number(), text: z.nullable(z.string()), ratedAt: Instant });
export type Rating = z.infer<typeof Rating>;

export const MessageRound = z.object({
  id: z.number(),
  number: z.nullable(z.string()),
  origin: z.enum(messageOrigins),
  status: z.enum(messageStates),
  clock: z.enum(clockStates),
  dueOn: DateOnly,
});
export type MessageRound = z.infer<typeof MessageRound>;

/** One of several messages that ask the same. */
export const MergedMessage = z.object({
  id: z.number(),
  number: z.string(),
  text: z.string(),
  status: z.enum(messageStates),
  clock: z.enum(clockStates),
  receivedAt: Instant,
  dueOn: DateOnly,
});
export type MergedMessage = z.infer<typeof MergedMessage>;

export const MessageDetail = z.extend(MessageRow, {
  regionCode: z.string(),
  task: z.nullable(z.object({ id: z.number(), no: z.nullable(z.string()), text: z.string() })),
  /** What the author wants: to be shown in public. Shown only after staff review. */
  publicWanted: z.boolean(),
  /** Why what was wanted public is not yet, or will not be: the content check; null where it is no hindrance. */
  publication: z.nullable(
    z.object({
      state: z.enum(['checking', 'withheld']),
      /** What the person who decided wrote. */
      reason: z.nullable(z.string()),
    }),
  ),
  /** Contact phone, for the handling unit and the author only. */
  contactPhone: z.nullable(z.string()),
  mine: z.boolean(),
  /** With the number it finds the message without signing in; for the author only, null for others. */
  queryCode: z.nullable(z.string()),
  events: z.array(MessageEvent),
  /** The published reply for everybody; drafts for staff in charge only. */
  replies: z.array(ReplyView),
  rating: z.nullable(Rating),
  /** The message that this one follows, where the viewer may know it. */
  parent: z.nullable(z.object({ id: z.number(), number: z.nullable(z.string()) })),
  /** Follow-ups and reworks that came after the answer, each with its own clock. */
  rounds: z.array(MessageRound),
  /** The message it goes with, for staff. */
  leader: z.nullable(MergedMessage),
  /** The messages that go with it, each on its own clock, for staff. */
  followers: z.array(MergedMessage),
  /** Since when nothing more can be asked, rated or objected; null before. */
  archivedAt: z.nullable(Instant),
  /** Has been given a later date by another kind, though it be taken back since; it stays in the figures. */
  reclassified: z.boolean(),
  /** The author's objection against a decline, and what the office made of it; null without one. */
  objection: z.nullable(z.enum(objectionStates)),
  /** Taken out of public view: by one person, or confirmed by another; null when it was not. */
  hidden: z.nullable(z.enum(hiddenStates)),
  /** The question that the author still may answer, and the last day that is not counted meanwhile. */
  question: z.nullable(z.object({ text: z.string(), pausedUntil: DateOnly })),
  /** Working days that an extension added, or that one asked for would add; null without one. */
  extension: z.nullable(z.object({ workingDays: z.number(), granted: z.boolean() })),
  /** What the caller may do now, drawn as buttons. */
  moves: z.array(z.enum(messageMoves)),
});
export type MessageDetail = z.infer<typeof MessageDetail>;

export const ReplyTemplate = z.object({
  id: z.number(),
  title: z.string(),
  text: z.string(),
  kind: z.nullable(z.enum(messageKinds)),
  /** Null for one that the whole region uses. */
  unit: z.nullable(z.object({ id: z.number(), name: z.string() })),
  /** May be changed and deleted by the caller. */
  editable: z.boolean(),
});
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;
