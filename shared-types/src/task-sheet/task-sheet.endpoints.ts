import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, RegionCode, textOf } from '../primitives';
import { regionRoles } from '../roles';
import { lights } from '../task/light';

/** The headings of the 台账, in the order that offices print them; what may be changed in Excel comes second. */
export const taskSheetHeads = {
  no: '序号',
  text: '重点工作',
  leadUnits: '牵头单位',
  responsibleUnits: '责任单位',
  deadlineText: '完成时限',
  dueOn: '到期日',
  light: '状态',
  percent: '进度（%）',
  lastProgressOn: '最近进展',
  finishedOn: '完成日期',
  section: '所属部分',
  page: '任务页',
  evidence: '佐证链接',
  id: '任务编号',
  check: '校验',
} as const;
export type TaskSheetColumn = keyof typeof taskSheetHeads;

export const editableColumns = ['text', 'leadUnits', 'responsibleUnits', 'deadlineText'] as const;
export type EditableColumn = (typeof editableColumns)[number];

/** A cell of an imported sheet that differs from the ledger, or cannot be taken. */
export const SheetChange = z.object({
  /** As Excel numbers rows. */
  row: z.number(),
  column: z.string(),
  no: z.nullable(z.string()),
  from: z.string(),
  to: z.string(),
});
export type SheetChange = z.infer<typeof SheetChange>;

export const SheetProblem = z.object({ row: z.number(), column: z.string(), message: z.string() });
export type SheetProblem = z.infer<typeof SheetProblem>;

export const SheetImport = z.object({
  /** Tasks in the sheet. */
  rows: z.number(),
  changes: z.array(SheetChange),
  problems: z.array(SheetProblem),
  /** False for a preview, and when there is nothing to change. */
  applied: z.boolean(),
  /** Changes of published tasks that wait for a second person of the office. */
  waiting: z.number(),
});
export type SheetImport = z.infer<typeof SheetImport>;

export const taskSheetEndpoints = {
  export: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/ledger.xlsx',
    permission: regionRoles,
    summary: '任务台账的 Excel 文件：原文件的列序，带状态和链接，改后可再导入',
    input: z.object({
      code: RegionCode,
      plan: z.optional(Id),
      unit: z.optional(Id),
      light: z.optional(z.enum(lights, '没有这种状态')),
      year: z.optional(z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100))),
    }),
    output: z.unknown(),
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  import: defineEndpoint({
    method: 'POST',
    path: '/ledger-imports',
    permission: ['office'],
    summary: '导入改过的台账：全部成功或全部不改；dryRun=true 只预览',
    multipart: true,
    input: z.object({
      region: RegionCode,
      dryRun: z._default(z.stringbool(), false),
      reason: z._default(textOf('修改理由', 2, 200), '在 Excel 台账中修改'),
    }),
    output: SheetImport,
  }),
};
