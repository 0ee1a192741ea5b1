import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import { bulletinKinds } from './bulletin-period';
import { AnnualSection, BulletinDetail, BulletinRow } from './bulletin.schema';

const bulletinId = z.object({ id: Id });
const Year = z.coerce
  .number('请填写年份')
  .check(z.int('请填写年份'), z.minimum(2000, '年份不正确'), z.maximum(2100, '年份不正确'));
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const bulletinEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/bulletins',
    permission: 'public',
    summary: '已发布的通报；drafts=true 时公开办和领导可看全部',
    input: z.object({ code: RegionCode, drafts: z._default(z.stringbool(), false), ...pageInput }),
    output: pageOf(BulletinRow),
  }),
  create: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/bulletins',
    permission: ['office'],
    summary: '生成一期通报，数字当场定格',
    input: z.object({
      code: RegionCode,
      kind: z.enum(bulletinKinds, '请选择月度、季度或年度'),
      year: Year,
      part: z._default(z.int('请选择期数').check(z.minimum(1, '请选择期数'), z.maximum(12, '请选择期数')), 1),
      remark: z.optional(textOf('说明', 1, 2000)),
    }),
    output: BulletinDetail,
    status: 201,
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/bulletins/:id',
    permission: 'public',
    summary: '一期通报：定格的数字和说明',
    input: bulletinId,
    output: BulletinDetail,
  }),
  file: defineEndpoint({
    method: 'GET',
    path: '/bulletins/:id/bulletin.docx',
    permission: 'public',
    summary: '通报的 Word 文件',
    input: bulletinId,
    output: z.unknown(),
    produces: docx,
  }),
  edit: defineEndpoint({
    method: 'PUT',
    path: '/bulletins/:id',
    permission: ['office'],
    summary: '修改草稿的说明；数字不能改',
    input: z.object({ id: Id, remark: z.nullable(textOf('说明', 1, 2000)) }),
    output: BulletinDetail,
  }),
  submit: defineEndpoint({
    method: 'POST',
    path: '/bulletins/:id/submit',
    permission: ['office'],
    summary: '送审',
    input: bulletinId,
    output: BulletinDetail,
  }),
  publish: defineEndpoint({
    method: 'POST',
    path: '/bulletins/:id/publish',
    permission: ['office', 'official'],
    summary: '审核并发布（不能发布自己生成或送审的）',
    input: bulletinId,
    output: BulletinDetail,
  }),
  sendBack: defineEndpoint({
    method: 'POST',
    path: '/bulletins/:id/send-back',
    permission: ['office', 'official'],
    summary: '退回并写明理由',
    input: z.object({ id: Id, note: textOf('退回理由', 2, 500) }),
    output: BulletinDetail,
  }),
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/bulletins/:id/withdraw',
    permission: ['office'],
    summary: '撤下或作废，写明理由；同一期可以重新生成',
    input: z.object({ id: Id, note: textOf('撤下理由', 2, 500) }),
    output: BulletinDetail,
  }),
  annualSection: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/annual-section',
    permission: ['office', 'official'],
    summary: '政府信息公开工作年度报告的“年度工作要点落实情况”一节',
    input: z.object({ code: RegionCode, year: Year }),
    output: AnnualSection,
  }),
  annualSectionFile: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/annual-section.docx',
    permission: ['office', 'official'],
    summary: '“年度工作要点落实情况”的 Word 文件',
    input: z.object({ code: RegionCode, year: Year }),
    output: z.unknown(),
    produces: docx,
  }),
};
