import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { FoundedRegion, RegionDetail, regionKinds, RegionOptions, RegionSummary } from './region.schema';

/** `null` or an empty text takes the number away. */
const filingNumber = z.nullable(z.string().check(z.trim(), z.maxLength(60, '备案编号最多 60 个字')));

export const regionEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions',
    permission: 'public',
    summary: '地区列表',
    input: z.object(pageInput),
    output: pageOf(RegionSummary),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/regions/:code',
    permission: 'public',
    summary: '地区概况：要点、任务、答复率',
    input: z.object({ code: RegionCode }),
    output: RegionDetail,
  }),
  found: defineEndpoint({
    method: 'POST',
    path: '/regions',
    permission: ['admin'],
    summary: '新建地区和它的政务公开办；给出第一位公开办人员的邀请码，只显示这一次',
    status: 201,
    input: z.object({
      code: RegionCode,
      name: textOf('地区名称', 2, 60),
      kind: z._default(z.enum(regionKinds, '类别应为县、区、市或功能区'), '县'),
      officeName: z.optional(textOf('政务公开办名称', 2, 100)),
      filingNumber: z.optional(filingNumber),
    }),
    output: FoundedRegion,
  }),
  options: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/options',
    permission: ['office', 'admin'],
    summary: '地区设置：备案编号、手机号核验、每日留言数',
    input: z.object({ code: RegionCode }),
    output: RegionOptions,
  }),
  setOptions: defineEndpoint({
    method: 'PUT',
    path: '/regions/:code/options',
    permission: ['office', 'admin'],
    summary: '修改地区设置',
    input: z.object({
      code: RegionCode,
      filingNumber,
      requireVerifiedPhone: z.boolean('请选择是否核验手机号'),
      messagesPerDay: z.coerce
        .number('每日留言数应为整数')
        .check(z.int('每日留言数应为整数'), z.minimum(1, '每天至少 1 条'), z.maximum(100, '每天最多 100 条')),
    }),
    output: RegionOptions,
  }),
};
