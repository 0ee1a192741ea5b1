import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, RegionCode, textOf } from '../primitives';
import { ReplyTemplate } from './message.schema';
import { messageKinds } from './message-words';

const staff = ['handler', 'reviewer', 'office'] as const;
const keepers = ['reviewer', 'office'] as const;

const words = {
  title: textOf('模板名称', 2, 30),
  text: textOf('模板内容', 5, 3000),
  /** Null for every kind. */
  kind: z.nullable(z.enum(messageKinds, '没有这种留言类型')),
};

/** 答复模板, of a unit or of the whole region, by kind. */
export const templateEndpoints = {
  templates: defineEndpoint({
    method: 'GET',
    path: '/reply-templates',
    permission: staff,
    summary: '可用的答复模板：全地区的和本单位的',
    input: z.object({
      region: RegionCode,
      kind: z.optional(z.enum(messageKinds)),
      /** `all`: those of every unit, for the office to keep in order. */
      scope: z._default(z.enum(['mine', 'all']), 'mine'),
    }),
    output: z.object({ items: z.array(ReplyTemplate) }),
  }),
  addTemplate: defineEndpoint({
    method: 'POST',
    path: '/reply-templates',
    permission: keepers,
    summary: '新建答复模板：审核人为本单位，公开办为全地区或任一单位',
    status: 201,
    input: z.object({ region: RegionCode, unitId: z.nullable(Id), ...words }),
    output: ReplyTemplate,
  }),
  changeTemplate: defineEndpoint({
    method: 'PUT',
    path: '/reply-templates/:id',
    permission: keepers,
    summary: '修改答复模板',
    input: z.object({ id: Id, ...words }),
    output: ReplyTemplate,
  }),
  deleteTemplate: defineEndpoint({
    method: 'DELETE',
    path: '/reply-templates/:id',
    permission: keepers,
    summary: '删除答复模板',
    input: z.object({ id: Id }),
    output: Done,
  }),
};
