import * as z from 'zod/mini';
import { Attachment, attachmentLimits } from '../attachment/attachment.schema';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, pageInput, pageOf, RegionCode, SearchWord, textOf } from '../primitives';
import { lights } from './light';
import { updateBands } from './update-band';
import { progressMoves } from './progress.workflow';
import { TaskEvent } from './task-event';
import { ProgressEntry, TaskDetail, TaskRow, TaskVersion } from './task.schema';

const Link = z.object({
  title: textOf('链接名称', 1, 60),
  url: z
    .string('请填写链接')
    .check(z.regex(/^https?:\/\/[^\s]{3,500}$/, '链接应以 http:// 或 https:// 开头')),
  /** The day that the page itself bears, where it bears one. */
  datedOn: z.optional(z.nullable(DateOnly)),
});

export const taskEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/tasks',
    permission: 'public',
    summary: '任务台账，可按单位、状态、年份筛选和搜索',
    input: z.object({
      region: RegionCode,
      plan: z.optional(Id),
      unit: z.optional(Id),
      light: z.optional(z.enum(lights, '没有这种状态')),
      /** Open ones whose last public progress is so long ago. */
      updated: z.optional(z.enum(updateBands, '没有这种更新情况')),
      /** A section of the paper, as printed; empty for the tasks under none. */
      section: z.optional(z.string().check(z.maxLength(300))),
      year: z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100))),
      q: z.optional(SearchWord),
      /** `livelihood`: the 民生实事 only. */
      mark: z.optional(z.enum(['livelihood'], '没有这种标记')),
      /** `latest`: those with approved progress, the newest first; otherwise the order of the paper. */
      order: z.optional(z.enum(['paper', 'latest'], '没有这种排序')),
      ...pageInput,
    }),
    output: pageOf(TaskRow),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id',
    permission: 'public',
    summary: '任务详情：进展、提问、单位',
    input: z.object({ id: Id }),
    output: TaskDetail,
  }),
  versions: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id/versions',
    permission: 'public',
    summary: '任务文字的历次版本，新的在前',
    input: z.object({ id: Id, ...pageInput }),
    output: pageOf(TaskVersion),
  }),
  events: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id/events',
    permission: 'public',
    summary: '一项任务的办理经过：何时、做了什么、改了什么，新的在前',
    input: z.object({ id: Id, ...pageInput }),
    output: z.extend(pageOf(TaskEvent), {
      /** The due date, once it has passed without the task being finished by then; stays for ever. */
      missedOn: z.nullable(DateOnly),
    }),
  }),
  markLivelihood: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/livelihood',
    permission: ['office'],
    summary: '标为民生实事，或取消',
    input: z.object({ id: Id, livelihood: z.boolean('请说明是不是民生实事') }),
    output: TaskDetail,
  }),
  report: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/progress',
    permission: ['handler', 'reviewer'],
    summary: '报送进展，审核后公开',
    status: 201,
    input: z.object({
      id: Id,
      /** The unit that reports; may be left out by those who work for one named unit only. */
      unit: z.optional(Id),
      text: textOf('进展内容', 5, 2000),
      percent: z
        .int('请填写 0 到 100 的整数')
        .check(z.minimum(0, '进度最小 0'), z.maximum(100, '进度最大 100')),
      links: z._default(z.array(Link).check(z.maxLength(10, '最多 10 个链接')), []),
      /** Files sent before by `attach`, or those of an earlier report of the same unit and task. */
      attachments: z._default(
        z
          .array(Id)
          .check(z.maxLength(attachmentLimits.perReport, `最多 ${attachmentLimits.perReport} 个文件`)),
        [],
      ),
      asksClose: z._default(z.boolean(), false),
    }),
    output: ProgressEntry,
  }),
  attach: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/attachments',
    permission: ['handler', 'reviewer'],
    summary: '上传一个佐证文件（一次一个），随后报送进展时引用',
    status: 201,
    multipart: { maxBytes: attachmentLimits.bytes },
    ownUnits: true,
    input: z.object({ id: Id }),
    output: Attachment,
  }),
  approveProgress: defineEndpoint({
    method: 'POST',
    path: '/progress/:id/approve',
    permission: ['reviewer', 'office'],
    summary: '审核通过一条进展，随即公开',
    input: z.object({ id: Id }),
    output: ProgressEntry,
  }),
  sendBackProgress: defineEndpoint({
    method: 'POST',
    path: '/progress/:id/send-back',
    permission: ['reviewer', 'office'],
    summary: '退回一条进展并写明理由',
    input: z.object({ id: Id, note: textOf('退回理由', 2, 500) }),
    output: ProgressEntry,
  }),
  getProgress: defineEndpoint({
    method: 'GET',
    path: '/progress/:id',
    permission: ['handler', 'reviewer', 'office', 'official'],
    summary: '一条进展和它的任务（供审核）',
    input: z.object({ id: Id }),
    output: z.extend(ProgressEntry, {
      task: TaskRow,
      submittedByMe: z.boolean(),
      /** What the caller may do with it now. */
      moves: z.array(z.enum(progressMoves)),
    }),
  }),
  closeOut: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/close-out',
    permission: ['handler', 'reviewer', 'office', 'official'],
    summary: '销号：核验完成，完成日期取首次报送完成的日期',
    input: z.object({
      id: Id,
      note: textOf('核验意见', 2, 500),
      /** Why it is closed out in spite of doubts about the evidence. */
      decision: z.optional(textOf('决定理由', 4, 300)),
    }),
    output: TaskDetail,
  }),
  reopen: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/reopen',
    permission: ['office'],
    summary: '撤销销号，重新打开任务',
    input: z.object({ id: Id, note: textOf('理由', 2, 500) }),
    output: TaskDetail,
  }),
};
