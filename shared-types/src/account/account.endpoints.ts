import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done } from '../primitives';
import { DemoPersona, Me, personas, Session } from './account.schema';

export const accountEndpoints = {
  signInDemo: defineEndpoint({
    method: 'POST',
    path: '/auth/demo',
    permission: 'public',
    summary: '演示身份登录（仅演示环境）',
    input: z.object({ persona: z.enum(personas, '没有这个演示身份') }),
    output: Session,
  }),
  listPersonas: defineEndpoint({
    method: 'GET',
    path: '/auth/demo',
    permission: 'public',
    summary: '演示身份列表（仅演示环境）',
    input: z.object({}),
    output: z.object({ items: z.array(DemoPersona) }),
  }),
  signInWechat: defineEndpoint({
    method: 'POST',
    path: '/auth/wechat',
    permission: 'public',
    summary: '微信登录：wx.login 得到的凭证换登录',
    input: z.object({
      /** Needed everywhere but on 微信云托管, whose gateway says who calls. */
      code: z.optional(
        z.string('缺少微信登录凭证').check(z.minLength(1, '缺少微信登录凭证'), z.maxLength(200)),
      ),
    }),
    output: Session,
    outward: true,
  }),
  verifyPhone: defineEndpoint({
    method: 'POST',
    path: '/me/phone',
    permission: 'account',
    summary: '用微信“获取手机号”的凭证验证手机号',
    input: z.object({
      code: z.string('缺少手机号凭证').check(z.minLength(1, '缺少手机号凭证'), z.maxLength(200)),
    }),
    output: Me,
    outward: true,
  }),
  refresh: defineEndpoint({
    method: 'POST',
    path: '/auth/refresh',
    permission: 'public',
    summary: '用刷新令牌换新的登录',
    input: z.object({
      refreshToken: z.string('缺少刷新令牌').check(z.minLength(1, '缺少刷新令牌'), z.maxLength(200)),
    }),
    output: Session,
  }),
  signOut: defineEndpoint({
    method: 'POST',
    path: '/auth/logout',
    permission: 'public',
    summary: '退出登录',
    input: z.object({ refreshToken: z.string('缺少刷新令牌').check(z.maxLength(200)) }),
    output: Done,
  }),
  me: defineEndpoint({
    method: 'GET',
    path: '/me',
    permission: 'account',
    summary: '我是谁',
    input: z.object({}),
    output: Me,
  }),
};
