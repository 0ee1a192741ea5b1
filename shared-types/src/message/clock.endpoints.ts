import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, textOf } from '../primitives';
import { MessageDetail } from './message.schema';
import { MAX_EXTENSION_DAYS, messageKinds, reclassifyReasons } from './message-words';

const staff = ['handler', 'reviewer', 'office'] as const;
const reason = textOf('理由', 2, 500);
const output = MessageDetail;

/** The moves that change what is promised (reply-rule, Which clock). */
export const clockEndpoints = {
  reclassify: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reclassify',
    permission: ['reviewer', 'office'],
    summary: '改类：变长只许一次并自收到之日起算，变短自改类之日起算且不晚于原期限',
    input: z.object({
      id: Id,
      kind: z.enum(messageKinds, '请选择留言类型'),
      /** Matters for inquiries only. */
      simple: z._default(z.boolean(), false),
      reason: z.enum(reclassifyReasons, '请选择改类的原因'),
      text: textOf('改类说明', 5, 500),
    }),
    output,
  }),
  previewReclassify: defineEndpoint({
    method: 'GET',
    path: '/messages/:id/reclassify/preview',
    permission: ['reviewer', 'office'],
    summary: '改类之后最迟哪天答复，或为什么不能改；只看不存',
    input: z.object({
      id: Id,
      kind: z.enum(messageKinds, '请选择留言类型'),
      simple: z._default(z.enum(['true', 'false']), 'false'),
    }),
    output: z.object({
      fromDueOn: DateOnly,
      dueOn: DateOnly,
      provisional: z.boolean(),
      lengthened: z.boolean(),
      /** Why it would be refused; null when it would not. */
      refusal: z.nullable(z.object({ code: z.string(), message: z.string() })),
    }),
  }),
  undoReclassify: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/reclassify/undo',
    permission: ['office'],
    summary: '公开办撤销改类，恢复原类型和原期限',
    input: z.object({ id: Id, note: reason }),
    output,
  }),
  askMore: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/ask-more',
    permission: staff,
    summary: '请留言人补充，等待期间不计入期限（最多两次，合计不超过10个工作日）',
    input: z.object({ id: Id, question: textOf('要补充的内容', 5, 500) }),
    output,
  }),
  supplement: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/supplement',
    permission: 'account',
    summary: '留言人补充说明，继续计时',
    input: z.object({ id: Id, text: textOf('补充说明', 2, 1000) }),
    output,
  }),
  endAsk: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/ask-more/end',
    permission: staff,
    summary: '不再等待补充：今天起继续计算期限，没用完的等待日退回',
    input: z.object({ id: Id }),
    output,
  }),
  extend: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/extend',
    permission: staff,
    summary: '申请延期一次，公开办同意后生效；公开办为其他单位延期即时生效',
    input: z.object({
      id: Id,
      workingDays: z
        .int('请填写延长的工作日数')
        .check(
          z.minimum(1, '至少延长 1 个工作日'),
          z.maximum(MAX_EXTENSION_DAYS, `最多延长 ${MAX_EXTENSION_DAYS} 个工作日`),
        ),
      note: reason,
    }),
    output,
  }),
  approveExtension: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/extend/approve',
    permission: ['office'],
    summary: '公开办同意延期',
    input: z.object({ id: Id, note: z.optional(reason) }),
    output,
  }),
  refuseExtension: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/extend/refuse',
    permission: ['office'],
    summary: '公开办不同意延期',
    input: z.object({ id: Id, note: reason }),
    output,
  }),
};
