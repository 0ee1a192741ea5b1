import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, textOf } from '../primitives';
import { MessageDetail } from './message.schema';

const reviewers = ['reviewer', 'office'] as const;
const note = textOf('理由', 2, 500);
const output = MessageDetail;

/** What may still be done with an answer that is published; the first result stands. */
export const revisionEndpoints = {
  revise: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/revise',
    permission: ['handler', 'reviewer', 'office'],
    summary: '修改已发布的答复并送审，原答复保留可查',
    input: z.object({ id: Id, text: textOf('答复内容', 5, 3000) }),
    output,
  }),
  approveRevision: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/revise/approve',
    permission: reviewers,
    summary: '审核通过修改稿',
    input: z.object({
      id: Id,
      /** “已正面回答所问” */
      confirmed: z.boolean('请先确认“已正面回答所问”'),
    }),
    output,
  }),
  sendBackRevision: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/revise/send-back',
    permission: reviewers,
    summary: '退回修改稿，原答复不变',
    input: z.object({ id: Id, note }),
    output,
  }),
  hide: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/hide',
    permission: reviewers,
    summary: '立即撤下公开的答复，由另一人确认；留言人仍可查看',
    input: z.object({ id: Id, note }),
    output,
  }),
  confirmHide: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/hide/confirm',
    permission: reviewers,
    summary: '确认撤下',
    input: z.object({ id: Id }),
    output,
  }),
  undoHide: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reply/hide/undo',
    permission: reviewers,
    summary: '不同意撤下，恢复公开',
    input: z.object({ id: Id, note }),
    output,
  }),
};
