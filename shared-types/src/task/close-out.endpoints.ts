import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, Instant, textOf } from '../primitives';
import { EvidenceKind } from './evidence';
import { ProgressEntry, TaskDetail } from './task.schema';

/** `unchecked`: the check is under way. `refused`: an address that no server of ours opens, such as a private one. */
export const linkStates = ['unchecked', 'alive', 'unreachable', 'refused'] as const;

export const linkStateWords: Record<(typeof linkStates)[number], string> = {
  unchecked: '正在核验',
  alive: '可以打开',
  unreachable: '打不开',
  refused: '不是公开网址',
};

/** What is found when an asked close-out is held against what the task asks. */
export const CloseOutCheck = z.object({
  /** The report that asks; null while none does. */
  report: z.nullable(ProgressEntry),
  finishedOn: z.nullable(DateOnly),
  late: z.boolean(),
  /** Kinds that the task asks for and the approved reports do not hold: no close-out without them. */
  missing: z.array(EvidenceKind),
  links: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      state: z.enum(linkStates),
      httpStatus: z.nullable(z.number()),
      checkedAt: z.nullable(Instant),
      datedOn: z.nullable(DateOnly),
      /** The page bears a day outside the time of the task. */
      outside: z.boolean(),
    }),
  ),
  /** From the issue of the plan to the day of the report. */
  window: z.nullable(z.object({ from: DateOnly, to: DateOnly })),
  /** Members of collective units, and those of them that have reported. */
  members: z.object({ total: z.number(), reported: z.number() }),
  /** Sentences that a close-out in spite of them needs a decision about. */
  doubts: z.array(z.string()),
});
export type CloseOutCheck = z.infer<typeof CloseOutCheck>;

const staff = ['handler', 'reviewer', 'office', 'official'] as const;

export const closeOutEndpoints = {
  check: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id/close-out',
    permission: staff,
    summary: '销号核验：必备佐证、日期、链接是否可以打开',
    input: z.object({ id: Id }),
    output: CloseOutCheck,
  }),
  returnIt: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/close-out/return',
    permission: staff,
    summary: '不予销号，退回责任单位并写明理由',
    input: z.object({ id: Id, note: textOf('退回理由', 2, 500) }),
    output: TaskDetail,
  }),
  checkLinks: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/close-out/check-links',
    permission: staff,
    summary: '重新核验佐证链接',
    input: z.object({ id: Id }),
    output: CloseOutCheck,
  }),
};
