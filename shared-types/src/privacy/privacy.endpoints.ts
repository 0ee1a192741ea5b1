import * as z from 'zod/mini';
import { consentPurposes } from '../consent';
import { defineEndpoint } from '../endpoint';
import { Done, RegionCode } from '../primitives';

/** What would go and what would stay if the account were closed now. */
export const ErasurePreview = z.object({
  messages: z.number(),
  /** Not answered yet: they are withdrawn. */
  openMessages: z.number(),
  /** Shown in public: question and answer stay, without anything personal. */
  publicAnswers: z.number(),
  ratings: z.number(),
  notifications: z.number(),
  sessions: z.number(),
  /** Posts that have to be handed over first. */
  duties: z.array(z.object({ role: z.string(), unitName: z.nullable(z.string()) })),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** One line of the data list of the privacy guide (个人信息保护法 第十七条). */
export const PrivacyItem = z.object({
  what: z.string(),
  why: z.string(),
  who: z.string(),
  howLong: z.string(),
});
export type PrivacyItem = z.infer<typeof PrivacyItem>;

export const PrivacyGuide = z.object({
  /** 处理者: the region whose office answers for the data. */
  processor: z.string(),
  filingNumber: z.nullable(z.string()),
  version: z.string(),
  items: z.array(PrivacyItem),
  consents: z.array(z.object({ purpose: z.enum(consentPurposes), version: z.string(), text: z.string() })),
});
export type PrivacyGuide = z.infer<typeof PrivacyGuide>;

export const privacyEndpoints = {
  exportMine: defineEndpoint({
    method: 'GET',
    path: '/me/export',
    permission: 'account',
    summary: '导出本人的全部数据（JSON）',
    input: z.object({}),
    output: z.record(z.string(), z.unknown()),
    produces: 'application/json',
  }),
  previewErasure: defineEndpoint({
    method: 'GET',
    path: '/me/erasure',
    permission: 'account',
    summary: '注销账号会删去什么、留下什么',
    input: z.object({}),
    output: ErasurePreview,
  }),
  erase: defineEndpoint({
    method: 'DELETE',
    path: '/me',
    permission: 'account',
    summary: '注销账号，删除本人数据；已公开的答复去掉个人信息后保留',
    input: z.object({}),
    output: Done,
  }),
  guide: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/privacy-guide',
    permission: 'public',
    summary: '隐私说明：收集什么、为什么、给谁看、存多久',
    input: z.object({ code: RegionCode }),
    output: PrivacyGuide,
  }),
};
