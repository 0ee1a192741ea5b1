import * as z from 'zod/mini';
import { DueExplanation } from '../deadline';
import { CounterKey } from '../counter/counter.endpoints';
import { defineEndpoint } from '../endpoint';
import { Id, pageInput, pageOf, RegionCode, SearchWord, textOf } from '../primitives';
import { clockEndpoints } from './clock.endpoints';
import { declineEndpoints } from './decline.endpoints';
import { lookupEndpoints } from './lookup.endpoints';
import { togetherEndpoints } from './together.endpoints';
import { templateEndpoints } from './template.endpoints';
import { revisionEndpoints } from './revision.endpoints';
import { MessageDetail, MessageRow } from './message.schema';
import { messageKinds } from './message-words';

const Phone = z
  .string()
  .check(z.regex(/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/, '请填写 11 位手机号，或带区号的固定电话'));
const staff = ['handler', 'reviewer', 'office'] as const;
const reason = textOf('理由', 2, 500);

export const messageEndpoints = {
  submit: defineEndpoint({
    method: 'POST',
    path: '/messages',
    permission: 'account',
    summary: '提交留言，返回编号和最迟答复日',
    status: 201,
    input: z.object({
      region: RegionCode,
      kind: z.enum(messageKinds, '请选择留言类型'),
      text: textOf('留言内容', 5, 1000),
      taskId: z.optional(Id),
      /** Written at a counter: its unit gets the message at once. */
      counter: z.optional(CounterKey),
      contactName: z.optional(z.string().check(z.trim(), z.maxLength(20, '称呼最多 20 个字'))),
      contactPhone: z.optional(Phone),
      /** Separate opt-in to publication; shown only after staff review. */
      public: z._default(z.boolean(), false),
      /** Sent by a parent or guardian for a child under 14; such a message is never public. */
      guardian: z.optional(z.boolean()),
    }),
    output: MessageDetail,
  }),
  list: defineEndpoint({
    method: 'GET',
    path: '/messages',
    permission: 'public',
    summary: '留言：默认公开答复；scope=mine 我的，scope=staff 本单位或全地区（按岗位）',
    input: z.object({
      region: z.optional(RegionCode),
      scope: z._default(z.enum(['public', 'mine', 'staff']), 'public'),
      task: z.optional(Id),
      unit: z.optional(Id),
      kind: z.optional(z.enum(messageKinds, '没有这种留言类型')),
      clock: z.optional(z.enum(['running', 'overdue', 'onTime', 'late'])),
      /** Of one's own: still being worked on, closed by a reply, taken back. */
      state: z.optional(z.enum(['waiting', 'answered', 'withdrawn'], '没有这种状态')),
      q: z.optional(SearchWord),
      ...pageInput,
    }),
    output: pageOf(MessageRow),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/messages/:id',
    permission: 'public',
    summary: '留言详情与办理过程',
    input: z.object({ id: Id }),
    output: MessageDetail,
  }),
  due: defineEndpoint({
    method: 'GET',
    path: '/messages/:id/due',
    permission: 'account',
    summary: '为什么是这一天：逐日说明',
    input: z.object({ id: Id }),
    output: DueExplanation,
  }),
  duePreview: defineEndpoint({
    method: 'GET',
    path: '/due-preview',
    permission: 'public',
    summary: '现在提交最迟哪天答复',
    input: z.object({ region: RegionCode, kind: z.enum(messageKinds, '请选择留言类型') }),
    output: DueExplanation,
  }),
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/withdraw',
    permission: 'account',
    summary: '撤回自己的留言',
    input: z.object({ id: Id }),
    output: MessageDetail,
  }),
  rate: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/rating',
    permission: 'account',
    summary: '好差评',
    input: z.object({
      id: Id,
      level: z.int('请选择满意程度').check(z.minimum(1, '请选择满意程度'), z.maximum(5, '请选择满意程度')),
      text: z.optional(z.string().check(z.trim(), z.maxLength(300, '意见最多 300 个字'))),
    }),
    output: MessageDetail,
  }),
  assign: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/assign',
    permission: ['office'],
    summary: '公开办交办到单位',
    input: z.object({ id: Id, unitId: Id, note: z.optional(reason) }),
    output: MessageDetail,
  }),
  transfer: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/transfer',
    permission: staff,
    summary: '转给其他单位办理，期限不变',
    input: z.object({ id: Id, unitId: Id, note: reason }),
    output: MessageDetail,
  }),
  return: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/return',
    permission: ['handler', 'reviewer'],
    summary: '退回公开办重新交办，期限不变',
    input: z.object({ id: Id, note: reason }),
    output: MessageDetail,
  }),
  reply: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply',
    permission: staff,
    summary: '起草答复并送审',
    input: z.object({
      id: Id,
      text: textOf('答复内容', 5, 3000),
      /** Why a holding phrase is right here. */
      holdingReason: z.optional(reason),
    }),
    output: MessageDetail,
  }),
  approve: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/approve',
    permission: ['reviewer', 'office'],
    summary: '审核通过并发布答复，计时停止',
    input: z.object({
      id: Id,
      /** “已正面回答所问” */
      confirmed: z.boolean('请先确认“已正面回答所问”'),
      /** Whether the question may be shown in public, when its author wants that. */
      makePublic: z._default(z.boolean(), true),
      /** Messages merged into this one that get the same reply by this approval. */
      deliverTo: z.optional(z.array(Id).check(z.maxLength(50, '一次最多处理 50 条'))),
    }),
    output: MessageDetail,
  }),
  edit: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/edit',
    permission: ['reviewer', 'office'],
    summary: '审核人改稿：改稿人即起草人，由另一人审核发布',
    input: z.object({ id: Id, text: textOf('答复内容', 5, 3000), holdingReason: z.optional(reason) }),
    output: MessageDetail,
  }),
  sendBack: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/send-back',
    permission: ['reviewer', 'office'],
    summary: '退回起草人修改',
    input: z.object({ id: Id, note: reason }),
    output: MessageDetail,
  }),
  followUp: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/follow-up',
    permission: 'account',
    summary: '追问一次：另起编号和期限，原答复的结果不变；返回新的留言',
    status: 201,
    input: z.object({
      id: Id,
      text: textOf('追问内容', 5, 1000),
      public: z._default(z.boolean(), false),
    }),
    output: MessageDetail,
  }),
  ...clockEndpoints,
  ...declineEndpoints,
  ...revisionEndpoints,
  ...lookupEndpoints,
  ...togetherEndpoints,
  ...templateEndpoints,
};
