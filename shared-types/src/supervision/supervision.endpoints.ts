import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { SubjectSupervision, Supervision, SupervisionDetail } from './supervision.schema';

const staff = ['handler', 'reviewer', 'office', 'official'] as const;
const days = z
  .int('请填写工作日数')
  .check(z.minimum(1, '至少 1 个工作日'), z.maximum(60, '最多 60 个工作日'));
const issue = {
  id: Id,
  instruction: textOf('督办要求', 5, 500),
  /** Working days from today by the region's calendar. */
  days,
};

/** The lists of supervisions: those that wait for an answer, in time or late, those to decide, those done. */
export const supervisionLists = ['issued', 'overdue', 'answered', 'done'] as const;
export type SupervisionList = (typeof supervisionLists)[number];

export const supervisionEndpoints = {
  superviseTask: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/supervise',
    permission: ['official'],
    summary: '对任务下达督办单，承办单位按期反馈',
    status: 201,
    input: z.object({
      ...issue,
      /** One of the units of the task; the first of them when left out. */ unitId: z.optional(Id),
    }),
    output: SupervisionDetail,
  }),
  superviseMessage: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/supervise',
    permission: ['official'],
    summary: '对留言下达督办单，承办单位按期反馈',
    status: 201,
    input: z.object(issue),
    output: SupervisionDetail,
  }),
  ofTask: defineEndpoint({
    method: 'GET',
    path: '/tasks/:id/supervision',
    permission: staff,
    summary: '一项任务的督办和催办',
    input: z.object({ id: Id }),
    output: SubjectSupervision,
  }),
  ofMessage: defineEndpoint({
    method: 'GET',
    path: '/messages/:id/supervision',
    permission: staff,
    summary: '一条留言的督办和催办',
    input: z.object({ id: Id }),
    output: SubjectSupervision,
  }),
  list: defineEndpoint({
    method: 'GET',
    path: '/supervisions',
    permission: staff,
    summary: '督办单：领导和公开办看全地区，单位看本单位',
    input: z.object({
      region: RegionCode,
      list: z.optional(z.enum(supervisionLists, '没有这种督办单')),
      unit: z.optional(Id),
      ...pageInput,
    }),
    output: pageOf(Supervision),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/supervisions/:id',
    permission: staff,
    summary: '督办单详情和办理过程',
    input: z.object({ id: Id }),
    output: SupervisionDetail,
  }),
  answer: defineEndpoint({
    method: 'POST',
    path: '/supervisions/:id/answer',
    permission: ['handler', 'reviewer', 'office'],
    summary: '承办单位反馈办理情况',
    input: z.object({ id: Id, text: textOf('办理情况', 5, 2000) }),
    output: SupervisionDetail,
  }),
  close: defineEndpoint({
    method: 'POST',
    path: '/supervisions/:id/close',
    permission: ['official'],
    summary: '领导核定办结',
    input: z.object({ id: Id, note: z.optional(textOf('核定意见', 2, 500)) }),
    output: SupervisionDetail,
  }),
  return: defineEndpoint({
    method: 'POST',
    path: '/supervisions/:id/return',
    permission: ['official'],
    summary: '领导退回重办，另定反馈期限；已经逾期的记录不变',
    input: z.object({ id: Id, note: textOf('退回理由', 2, 500), days }),
    output: SupervisionDetail,
  }),
  cancel: defineEndpoint({
    method: 'POST',
    path: '/supervisions/:id/cancel',
    permission: ['official'],
    summary: '领导撤销督办单',
    input: z.object({ id: Id, note: textOf('撤销理由', 2, 500) }),
    output: SupervisionDetail,
  }),
  urgeTask: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/urge',
    permission: ['office', 'official'],
    summary: '催办一项任务，每个工作日最多一次',
    input: z.object({ id: Id }),
    output: SubjectSupervision,
  }),
  urgeMessage: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/urge',
    permission: ['office', 'official'],
    summary: '催办一条留言，每个工作日最多一次',
    input: z.object({ id: Id }),
    output: SubjectSupervision,
  }),
};
