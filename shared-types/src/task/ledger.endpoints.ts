import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { EvidenceKind } from './evidence';
import {
  Checker,
  DueOn,
  SplitPart,
  TaskChange,
  taskChangeStates,
  TaskRemark,
  TaskText,
} from './task-change.schema';
import { TaskRow } from './task.schema';

const TaskIds = (most: number, least = 1) =>
  z
    .array(Id, '请选择任务')
    .check(z.minLength(least, `至少选择 ${least} 项任务`), z.maxLength(most, `一次最多 ${most} 项任务`));
const reason = textOf('理由', 2, 500);
const office = ['office'] as const;
const desk = ['office', 'reviewer'] as const;

/** A village of a task, or a task that look-back brings up, with what the list says beside it. */
export const PartRow = z.extend(TaskRow, { place: z.string() });
export type PartRow = z.infer<typeof PartRow>;

export const LookBackRow = z.extend(TaskRow, {
  why: z.enum(['unfinished', 'doubtful']),
  /** The task of a later year that goes on with it. */
  carriedTo: z.nullable(z.object({ id: z.number(), year: z.number() })),
});
export type LookBackRow = z.infer<typeof LookBackRow>;

export const DamagedTask = z.extend(TaskRow, {
  flags: z.array(z.string()),
  /** The cell or note of the paper as it is printed. */
  unitText: z.nullable(z.string()),
});
export type DamagedTask = z.infer<typeof DamagedTask>;

/** What the office does to the ledger: units, parts, split and merge, amendments, requirements, look-back. */
export const ledgerEndpoints = {
  assign: defineEndpoint({
    method: 'POST',
    path: '/tasks/assign',
    permission: office,
    summary: '批量指定牵头和责任单位',
    input: z.object({
      region: RegionCode,
      tasks: TaskIds(500),
      leadUnits: z._default(z.array(Id).check(z.maxLength(50, '最多 50 个单位')), []),
      responsibleUnits: z._default(z.array(Id).check(z.maxLength(50, '最多 50 个单位')), []),
      /** `set` replaces the units that stand there, `add` keeps them. */
      mode: z._default(z.enum(['set', 'add']), 'set'),
      note: z.optional(textOf('说明', 2, 500)),
    }),
    output: z.object({ changed: z.number() }),
  }),
  require: defineEndpoint({
    method: 'POST',
    path: '/tasks/require',
    permission: office,
    summary: '批量设定销号要求：必备佐证、指定核验人',
    input: z.object({
      region: RegionCode,
      tasks: TaskIds(500),
      evidence: z.optional(z.array(EvidenceKind)),
      /** Null gives the check back to the office. */
      checkerId: z.optional(z.nullable(Id)),
    }),
    output: z.object({ changed: z.number() }),
  }),
  checkers: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/checkers',
    permission: office,
    summary: '可以指定为核验人的工作人员',
    input: z.object({ code: RegionCode }),
    output: z.object({ items: z.array(Checker) }),
  }),
  addParts: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/parts',
    permission: office,
    summary: '按村（社区）名单一次建立分项任务',
    input: z.object({ id: Id, list: textOf('名单', 2, 20_000) }),
    output: z.object({ added: z.number(), known: z.number() }),
  }),
  parts: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id/parts',
    permission: 'public',
    summary: '一项任务的分项（各村、社区）',
    input: z.object({ id: Id, ...pageInput }),
    output: pageOf(PartRow),
  }),
  amend: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/amend',
    permission: office,
    summary: '修改任务内容或时限；已发布的由第二人审核后生效',
    input: z.object({
      id: Id,
      text: z.optional(TaskText),
      deadlineText: z.optional(z.nullable(textOf('时限原文', 1, 300))),
      dueOn: z.optional(DueOn),
      continuous: z.optional(z.boolean()),
      reason,
    }),
    output: TaskChange,
  }),
  split: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/split',
    permission: office,
    summary: '把一项任务拆成几项；已发布的由第二人审核后生效',
    input: z.object({
      id: Id,
      parts: z.array(SplitPart).check(z.minLength(2, '至少拆成 2 项'), z.maxLength(12, '最多拆成 12 项')),
      reason,
    }),
    output: TaskChange,
  }),
  merge: defineEndpoint({
    method: 'POST',
    path: '/tasks/merge',
    permission: office,
    summary: '把几项任务合成一项，时限取最早的；已发布的由第二人审核后生效',
    input: z.object({ region: RegionCode, tasks: TaskIds(20, 2), text: TaskText, reason }),
    output: TaskChange,
  }),
  unmerge: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/unmerge',
    permission: office,
    summary: '把合并来的任务恢复为原来的几项',
    input: z.object({ id: Id, reason }),
    output: TaskChange,
  }),
  changes: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/task-changes',
    permission: desk,
    summary: '任务的修改、拆分、合并申请',
    input: z.object({
      code: RegionCode,
      state: z._default(z.enum(taskChangeStates), 'pending'),
      ...pageInput,
    }),
    output: pageOf(TaskChange),
  }),
  getChange: defineEndpoint({
    method: 'GET',
    path: '/task-changes/:id',
    permission: desk,
    summary: '一份修改申请：改前、改后、理由',
    input: z.object({ id: Id }),
    output: TaskChange,
  }),
  approveChange: defineEndpoint({
    method: 'POST',
    path: '/task-changes/:id/approve',
    permission: desk,
    summary: '第二人审核通过，修改随即生效',
    input: z.object({ id: Id }),
    output: TaskChange,
  }),
  rejectChange: defineEndpoint({
    method: 'POST',
    path: '/task-changes/:id/reject',
    permission: desk,
    summary: '不同意修改并写明理由',
    input: z.object({ id: Id, note: reason }),
    output: TaskChange,
  }),
  remark: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/remarks',
    permission: office,
    summary: '公开署名说明；不改变状态灯',
    status: 201,
    input: z.object({ id: Id, text: textOf('说明', 4, 500) }),
    output: TaskRemark,
  }),
  damaged: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/damaged-tasks',
    permission: office,
    summary: '导入时有残缺、待核对的任务',
    input: z.object({ code: RegionCode, plan: Id, ...pageInput }),
    output: pageOf(DamagedTask),
  }),
  lookBack: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/look-back',
    permission: ['office', 'official'],
    summary: '回头看：上年度未完成和存疑的任务',
    input: z.object({
      code: RegionCode,
      year: z.coerce.number('请填写年份').check(z.int(), z.minimum(2000), z.maximum(2100)),
      ...pageInput,
    }),
    output: pageOf(LookBackRow),
  }),
  carry: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/look-back/carry',
    permission: office,
    summary: '把上年度任务连同历史转入新一年的工作要点',
    input: z.object({
      code: RegionCode,
      plan: Id,
      tasks: TaskIds(100),
      dueOn: z._default(z.nullable(DateOnly), null),
      reason,
    }),
    output: TaskChange,
  }),
};
