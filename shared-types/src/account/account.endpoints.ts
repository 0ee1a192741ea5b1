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
