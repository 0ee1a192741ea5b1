import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, RegionCode, textOf } from '../primitives';
import { MessageDetail } from './message.schema';

const staff = ['handler', 'reviewer', 'office'] as const;
const note = textOf('理由', 2, 500);
const output = MessageDetail;

const someIds = (most: number) =>
  z.array(Id, '请选择留言').check(z.minLength(1, '请选择留言'), z.maxLength(most, `一次最多处理 ${most} 条`));

/** How colleagues share the work: who has a message, which ones go together, many handed on at once. */
export const togetherEndpoints = {
  claim: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/claim',
    permission: staff,
    summary: '认领：同事看得到谁在办；期限不变。超过24小时或到期当日，可以接手',
    input: z.object({ id: Id }),
    output,
  }),
  release: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/release',
    permission: staff,
    summary: '放下认领',
    input: z.object({ id: Id }),
    output,
  }),
  merge: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/merge',
    permission: staff,
    summary: '并单：与同单位的相同留言一并办理，各自的收到时间和期限不变',
    input: z.object({ id: Id, into: Id, note }),
    output,
  }),
  unmerge: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/unmerge',
    permission: staff,
    summary: '取消并单，单独办理，期限不变',
    input: z.object({ id: Id, note }),
    output,
  }),
  deliver: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/deliver',
    permission: ['reviewer', 'office'],
    summary: '把已发布的答复送达并入的留言：每条各自发布、各按自己的期限判定；返回主单',
    input: z.object({
      id: Id,
      /** Messages merged into this one. */
      to: someIds(50),
      /** “已正面回答所问”, of each of them. */
      confirmed: z.boolean('请先确认“已正面回答所问”'),
      makePublic: z._default(z.boolean(), true),
    }),
    output,
  }),
  assignMany: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/messages/assign',
    permission: ['office'],
    summary: '批量交办到一个单位，逐条返回结果',
    input: z.object({ code: RegionCode, ids: someIds(50), unitId: Id, note: z.optional(note) }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          /** Null where the caller may not know it. */
          number: z.nullable(z.string()),
          done: z.boolean(),
          /** The refusal; null when it was done. */
          code: z.nullable(z.string()),
          message: z.nullable(z.string()),
        }),
      ),
    }),
  }),
};
