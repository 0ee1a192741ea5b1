import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { PlanDetail, PlanRow } from './plan.schema';

const planId = z.object({ id: Id });

export const planEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/plans',
    permission: 'public',
    summary: '地区已发布的工作要点；公开办可看全部状态',
    input: z.object({ code: RegionCode, drafts: z._default(z.stringbool(), false), ...pageInput }),
    output: pageOf(PlanRow),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/plans/:id',
    permission: 'public',
    summary: '工作要点全文结构与任务状态',
    input: planId,
    output: PlanDetail,
  }),
  submit: defineEndpoint({
    method: 'POST',
    path: '/plans/:id/submit',
    permission: ['office'],
    summary: '送审',
    input: planId,
    output: PlanDetail,
  }),
  approve: defineEndpoint({
    method: 'POST',
    path: '/plans/:id/approve',
    permission: ['office', 'reviewer'],
    summary: '审核通过（不能审核自己送审的）',
    input: planId,
    output: PlanDetail,
  }),
  sendBack: defineEndpoint({
    method: 'POST',
    path: '/plans/:id/send-back',
    permission: ['office', 'reviewer'],
    summary: '退回修改并写明理由',
    input: z.object({ id: Id, note: textOf('退回理由', 2, 500) }),
    output: PlanDetail,
  }),
  publish: defineEndpoint({
    method: 'POST',
    path: '/plans/:id/publish',
    permission: ['office'],
    summary: '发布；没有标明主动公开的须写明决定公开的依据',
    input: z.object({ id: Id, decision: z.optional(textOf('公开决定', 4, 300)) }),
    output: PlanDetail,
  }),
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/plans/:id/withdraw',
    permission: ['office'],
    summary: '撤下已发布的工作要点',
    input: z.object({ id: Id, note: textOf('撤下理由', 2, 500) }),
    output: PlanDetail,
  }),
};
