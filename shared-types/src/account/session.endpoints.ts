import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant } from '../primitives';
import { personas, Session } from './account.schema';

/** One sign-in on one device. */
export const OpenSession = z.object({
  id: z.number(),
  /** “Chrome · Windows”, “微信小程序”. */
  device: z.string(),
  current: z.boolean(),
  startedAt: Instant,
  lastUsedAt: Instant,
});
export type OpenSession = z.infer<typeof OpenSession>;

/** What the phone is asked to allow. */
export const scanPurposes = ['signIn', 'confirm'] as const;
export type ScanPurpose = (typeof scanPurposes)[number];

/** `waiting` for a phone, `seen` by one; `done` once, and never again. */
export const scanStates = ['waiting', 'seen', 'refused', 'expired', 'done'] as const;

/** What stands in front of the code in the picture that the phone scans. */
export const SCAN_PREFIX = 'sunledger:scan:';

const code = z
  .string('缺少二维码内容')
  .check(z.minLength(8, '二维码不完整'), z.maxLength(64, '二维码不正确'));

export const sessionEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/me/sessions',
    permission: 'account',
    summary: '我登录着的设备',
    input: z.object({}),
    output: z.object({ items: z.array(OpenSession) }),
  }),
  end: defineEndpoint({
    method: 'POST',
    path: '/me/sessions/:id/end',
    permission: 'account',
    summary: '让一台设备退出登录',
    input: z.object({ id: Id }),
    output: Done,
  }),
  endOthers: defineEndpoint({
    method: 'POST',
    path: '/me/sessions/end-others',
    permission: 'account',
    summary: '让其他设备全部退出（先再确认一次身份）',
    input: z.object({}),
    output: z.object({ ended: z.number() }),
  }),
  confirm: defineEndpoint({
    method: 'POST',
    path: '/me/confirm',
    permission: 'account',
    summary: '再确认一次身份：微信登录凭证，演示环境用演示身份；十分钟内有效',
    input: z.object({
      code: z.optional(z.string().check(z.minLength(1, '缺少微信登录凭证'), z.maxLength(200))),
      persona: z.optional(z.enum(personas, '没有这个演示身份')),
    }),
    output: Done,
    outward: true,
  }),
  openScan: defineEndpoint({
    method: 'POST',
    path: '/auth/scan',
    permission: 'public',
    summary: '电脑要一个登录二维码：两分钟有效，只能用一次',
    input: z.object({ purpose: z._default(z.enum(scanPurposes, '没有这种用途'), 'signIn') }),
    output: z.object({
      /** Kept by the PC; whoever has it gets the session. */
      ticket: z.string(),
      /** Shown as a QR code behind SCAN_PREFIX. */
      code: z.string(),
      /** The same as a mini-program code, a data URL; null without WeChat. */
      image: z.nullable(z.string()),
      expiresIn: z.number(),
    }),
    outward: true,
  }),
  claimScan: defineEndpoint({
    method: 'POST',
    path: '/auth/scan/claim',
    permission: 'public',
    ownUnits: true,
    summary: '电脑问手机确认了没有；确认后给出登录，只给一次',
    input: z.object({ ticket: code }),
    output: z.object({ state: z.enum(scanStates), session: z.nullable(Session) }),
  }),
  lookScan: defineEndpoint({
    method: 'POST',
    path: '/auth/scan/look',
    permission: 'account',
    ownUnits: true,
    summary: '手机扫到二维码：是哪台电脑、要做什么',
    input: z.object({ code }),
    output: z.object({ purpose: z.enum(scanPurposes), device: z.string(), createdAt: Instant }),
  }),
  answerScan: defineEndpoint({
    method: 'POST',
    path: '/auth/scan/answer',
    permission: 'account',
    ownUnits: true,
    summary: '手机确认或拒绝电脑登录',
    input: z.object({ code, allow: z.boolean('请选择是否允许') }),
    output: Done,
  }),
};
