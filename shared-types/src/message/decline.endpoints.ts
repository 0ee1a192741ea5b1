import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, textOf } from '../primitives';
import { MessageDetail } from './message.schema';
import { declineReasons } from './message-words';

const output = MessageDetail;

/** 不予受理 and what the author may say against it. */
export const declineEndpoints = {
  decline: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/decline',
    permission: ['handler', 'reviewer', 'office'],
    summary: '拟不予受理并送审：写明理由和应到哪里办理，审核发布后才停止计时',
    input: z.object({
      id: Id,
      reason: z.enum(declineReasons, '请选择不予受理的原因'),
      text: textOf('说明', 5, 2000),
      /** Where to go instead. */
      goTo: textOf('应到哪里办理', 2, 300),
    }),
    output,
  }),
  object: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/object',
    permission: 'account',
    summary: '对不予受理提出异议，限一次，由政务公开办决定',
    input: z.object({ id: Id, text: textOf('异议理由', 5, 1000) }),
    output,
  }),
  decideObjection: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/objection/decide',
    permission: ['office'],
    summary: '决定异议：成立的重新办理、另行计算期限，原结果不变',
    input: z.object({
      id: Id,
      uphold: z.boolean('请选择异议是否成立'),
      note: textOf('决定的理由', 2, 500),
    }),
    output,
  }),
};
