import * as z from 'zod/mini';
import { DueExplanation } from '../deadline';
import { defineEndpoint } from '../endpoint';
import { Id } from '../primitives';
import { MessageDetail } from './message.schema';

/** A message as whoever holds its number and query code sees it: the author's view without contact data. */
export const MessageProgress = z.object({
  number: z.string(),
  ...z.pick(MessageDetail, {
    kind: true,
    origin: true,
    simple: true,
    text: true,
    unit: true,
    status: true,
    clock: true,
    receivedAt: true,
    dueOn: true,
    provisional: true,
    workingDaysLeft: true,
    answeredAt: true,
    regionCode: true,
    events: true,
    replies: true,
    question: true,
  }).shape,
  /** Why that day: null once the clock has stopped. */
  due: z.nullable(DueExplanation),
});
export type MessageProgress = z.infer<typeof MessageProgress>;

/** 482 719 3064: how a query code is written for people. */
export const readableQueryCode = (code: string): string =>
  code.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

export const lookupEndpoints = {
  lookup: defineEndpoint({
    method: 'POST',
    path: '/messages/lookup',
    permission: 'public',
    ownUnits: true,
    summary: '凭编号和查询码看办理进度，不用登录',
    input: z.object({
      number: z
        .string('请填写留言编号')
        .check(z.trim(), z.minLength(1, '请填写留言编号'), z.maxLength(40, '留言编号太长')),
      code: z
        .string('请填写查询码')
        .check(z.trim(), z.minLength(1, '请填写查询码'), z.maxLength(40, '查询码太长')),
    }),
    output: MessageProgress,
  }),
  withdrawConsent: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/consent/withdraw',
    permission: 'account',
    summary: '撤回公开同意：立即不再公开，照常办理',
    input: z.object({ id: Id }),
    output: MessageDetail,
  }),
  renewCode: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/query-code',
    permission: 'account',
    summary: '给自己的留言换一个查询码，原来的作废',
    input: z.object({ id: Id }),
    output: MessageDetail,
  }),
};
