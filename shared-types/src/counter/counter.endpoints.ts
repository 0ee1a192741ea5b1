import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant, pageInput, pageOf, RegionCode, textOf, UnitRef } from '../primitives';

/** What a code at a counter opens with: ten signs of the scene, which holds 32. */
export const CounterKey = z.string('二维码不完整').check(z.regex(/^[2-9A-Z]{10}$/, '二维码不正确'));

/** The page that the code opens, without a leading slash. */
export const COUNTER_PAGE = 'citizen/counter/index';

/** 服务窗口: a counter or a unit whose printed code leads to 好差评 and to a message for it. */
export const Counter = z.object({
  id: z.number(),
  name: z.string(),
  unit: UnitRef,
  key: z.string(),
  createdAt: Instant,
  closed: z.boolean(),
  /** How often it was rated, and how often with the best two and the lowest two levels. */
  ratings: z.object({ total: z.number(), satisfied: z.number(), low: z.number() }),
});
export type Counter = z.infer<typeof Counter>;

/** What whoever scans the code sees. */
export const CounterPlace = z.object({
  key: z.string(),
  name: z.string(),
  unit: UnitRef,
  regionCode: z.string(),
  regionName: z.string(),
});
export type CounterPlace = z.infer<typeof CounterPlace>;

/** One word of somebody who was there; nobody's name. */
export const CounterRating = z.object({
  id: z.number(),
  level: z.number(),
  text: z.nullable(z.string()),
  ratedAt: Instant,
});
export type CounterRating = z.infer<typeof CounterRating>;

export const counterEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/counters',
    permission: ['office'],
    summary: '本地区的服务窗口和各自的好差评',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Counter),
  }),
  create: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/counters',
    permission: ['office'],
    summary: '登记一个服务窗口，得到它的二维码',
    status: 201,
    input: z.object({ code: RegionCode, unitId: Id, name: textOf('窗口名称', 2, 40) }),
    output: Counter,
  }),
  close: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/counters/:id/close',
    permission: ['office'],
    summary: '停用一个窗口的二维码；评价留着',
    input: z.object({ code: RegionCode, id: Id }),
    output: Counter,
  }),
  picture: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/counters/:id/picture',
    permission: ['office'],
    summary: '窗口的小程序码，用来张贴；没有接入微信时给出网页地址',
    input: z.object({ code: RegionCode, id: Id }),
    /** `image`: a data URL; null without WeChat. `address`: what a plain QR code then says. */
    output: z.object({ image: z.nullable(z.string()), address: z.string() }),
    outward: true,
  }),
  ratings: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/counters/:id/ratings',
    permission: ['office'],
    summary: '一个窗口收到的评价，最新的在前',
    input: z.object({ code: RegionCode, id: Id, ...pageInput }),
    output: pageOf(CounterRating),
  }),
  look: defineEndpoint({
    method: 'GET',
    path: '/counters/:key',
    permission: 'public',
    summary: '扫码以后：是哪个窗口',
    input: z.object({ key: CounterKey }),
    output: CounterPlace,
  }),
  rate: defineEndpoint({
    method: 'POST',
    path: '/counters/:key/ratings',
    permission: 'account',
    summary: '评价这个窗口的服务：每人每天一次',
    status: 201,
    input: z.object({
      key: CounterKey,
      level: z.coerce
        .number('请选择满意程度')
        .check(z.int('请选择满意程度'), z.minimum(1, '请选择满意程度'), z.maximum(5, '请选择满意程度')),
      text: z.optional(z.string().check(z.trim(), z.maxLength(200, '意见最多 200 个字'))),
    }),
    output: Done,
  }),
};
