import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { RegionCode } from '../primitives';

/** What a WeChat subscribe message tells of: an answer, a question back, or work that waits. */
export const templateUses = ['answered', 'question', 'staff'] as const;
export type TemplateUse = (typeof templateUses)[number];

export const templateUseNames: Record<TemplateUse, string> = {
  answered: '答复通知',
  question: '请补充',
  staff: '工作提醒',
};

/** What a field of a template may be filled from. */
export const templateSources = ['text', 'number', 'region', 'unit', 'time', 'state'] as const;
export type TemplateSource = (typeof templateSources)[number];

/** One template that the person can be asked for: one accepted tap is one message. */
export const Subscription = z.object({
  use: z.enum(templateUses),
  /** What `requestSubscribeMessage` wants to be given. */
  templateId: z.string(),
  /** Messages that may still be sent. */
  remaining: z.number(),
});
export type Subscription = z.infer<typeof Subscription>;

export const channels = ['wechat', 'sms', 'wecom', 'dingtalk'] as const;
export type Channel = (typeof channels)[number];
export const audiences = ['citizen', 'staff'] as const;
export type ChannelAudience = (typeof audiences)[number];

export const channelNames: Record<Channel, string> = {
  wechat: '微信订阅消息',
  sms: '短信',
  wecom: '政务微信群机器人',
  dingtalk: '钉钉群机器人',
};

export const RegionChannels = z.object({
  citizen: z.array(z.enum(channels)),
  staff: z.array(z.enum(channels)),
  /** Which robots have an address; the address itself is a secret and is shown to nobody. */
  robots: z.array(z.enum(['wecom', 'dingtalk'])),
  /** Whose SMS gateway is used: none, that of the server for all regions, or the region's own. */
  sms: z.enum(['none', 'server', 'own']),
  /** Whether the server has a mini-program, and the templates of its console with what fills their fields. */
  wechat: z.boolean(),
  templates: z.array(
    z.object({
      use: z.enum(templateUses),
      templateId: z.string(),
      fields: z.array(z.object({ key: z.string(), source: z.enum(templateSources) })),
    }),
  ),
});
export type RegionChannels = z.infer<typeof RegionChannels>;

/** How one tried message went. */
export const TryResult = z.object({
  state: z.enum(['delivered', 'notReached', 'unknown', 'waiting']),
  /** What hindered it, for programs: `NO_PHONE`, `NO_CONSENT_LEFT`, `SMS_401`, … */
  code: z.nullable(z.string()),
});
export type TryResult = z.infer<typeof TryResult>;

const order = (label: string) =>
  z.array(z.enum(channels, '没有这种通知方式')).check(z.maxLength(4, `${label}最多四种方式`));

export const subscriptionEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/me/subscriptions',
    permission: 'account',
    summary: '我的微信提醒：每种模板还能收到几条',
    input: z.object({}),
    output: z.object({ items: z.array(Subscription) }),
  }),
  report: defineEndpoint({
    method: 'POST',
    path: '/me/subscriptions',
    permission: 'account',
    summary: '告诉服务器弹窗里的选择：允许一次，收一条',
    input: z.object({
      choices: z
        .array(z.object({ use: z.enum(templateUses, '没有这种提醒'), accepted: z.boolean('请写明是否允许') }))
        .check(z.minLength(1, '缺少选择'), z.maxLength(3, '一次最多三种提醒')),
    }),
    output: z.object({ items: z.array(Subscription) }),
  }),
  channels: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/channels',
    permission: ['office', 'admin'],
    summary: '本地区的通知方式和先后次序',
    input: z.object({ code: RegionCode }),
    output: RegionChannels,
  }),
  setChannels: defineEndpoint({
    method: 'PUT',
    path: '/regions/:code/channels',
    permission: ['office', 'admin'],
    summary: '设置通知方式：依次试，送到为止；机器人地址只写不读',
    input: z.object({
      code: RegionCode,
      citizen: order('群众'),
      staff: order('工作人员'),
      wecomUrl: z.optional(z.string().check(z.maxLength(500, '地址最多 500 个字符'))),
      dingtalkUrl: z.optional(z.string().check(z.maxLength(500, '地址最多 500 个字符'))),
      /** An SMS gateway of the region's own with its secret; an empty address takes it away. */
      smsUrl: z.optional(z.string().check(z.maxLength(500, '地址最多 500 个字符'))),
      smsSecret: z.optional(
        z.string().check(z.minLength(32, '密钥至少 32 个字符'), z.maxLength(200, '密钥最多 200 个字符')),
      ),
    }),
    output: RegionChannels,
  }),
  tryChannel: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/channels/try',
    permission: ['office', 'admin'],
    summary: '试发一条：发给自己（群机器人发到群里），立刻说出结果',
    input: z.object({ code: RegionCode, channel: z.enum(channels, '没有这种通知方式') }),
    output: TryResult,
    outward: true,
  }),
};
