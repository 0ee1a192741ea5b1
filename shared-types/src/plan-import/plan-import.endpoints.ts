import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, Instant, RegionCode } from '../primitives';
import { parsedPlan } from './parsed-plan';

/** One reading of an uploaded paper, kept beside its source text until the office confirms it. */
export const PlanImport = z.object({
  id: z.number(),
  regionCode: z.string(),
  fileName: z.string(),
  status: z.enum(['open', 'confirmed']),
  createdAt: Instant,
  sourceText: z.string(),
  parsed: parsedPlan,
  /** The draft plan that the confirmation made. */
  planId: z.nullable(z.number()),
});
export type PlanImport = z.infer<typeof PlanImport>;

export const planImportEndpoints = {
  upload: defineEndpoint({
    method: 'POST',
    path: '/imports',
    permission: ['office'],
    summary: '上传工作要点文件（.txt .md .html .docx .pdf，字段 file），返回识别结果',
    status: 201,
    multipart: true,
    input: z.object({ region: RegionCode }),
    output: PlanImport,
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/imports/:id',
    permission: ['office'],
    summary: '一次导入：原文、识别结果、提示',
    input: z.object({ id: Id }),
    output: PlanImport,
  }),
  save: defineEndpoint({
    method: 'PUT',
    path: '/imports/:id',
    permission: ['office'],
    summary: '保存核对修改；confirm 为真时生成工作要点草稿',
    // A whole plan with all its sentences and remarks, as large as a paper of 20 MB may make it.
    bodyLimit: 4 * 1024 * 1024,
    input: z.object({ id: Id, parsed: z.optional(parsedPlan), confirm: z._default(z.boolean(), false) }),
    output: PlanImport,
  }),
};
