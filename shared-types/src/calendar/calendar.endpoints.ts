import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, pageInput, pageOf, RegionCode, textOf } from '../primitives';
import {
  CalendarOverrideRow,
  CalendarPage,
  DueMovesPreview,
  DueProposal,
  ImportedYear,
  YearReading,
} from './calendar.schema';

const YearNumber = z.coerce
  .number('年份应为四位数字')
  .check(z.int('年份应为四位数字'), z.minimum(2000, '年份应为四位数字'), z.maximum(2999, '年份应为四位数字'));

const noticeInput = {
  /** The text of the notice, or JSON. */
  text: textOf('通知原文', 1, 20_000),
  year: z.optional(YearNumber),
};

const proposalIds = z
  .array(Id)
  .check(z.minLength(1, '请选择要处理的留言'), z.maxLength(100, '一次最多处理 100 条'));

export const calendarEndpoints = {
  page: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/calendar',
    permission: 'public',
    summary: '放假与调休：一年的休息日、调休上班日和本地区安排',
    input: z.object({ code: RegionCode, year: z.optional(YearNumber) }),
    output: CalendarPage,
  }),
  previewOverride: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/calendar/overrides/preview',
    permission: ['office'],
    summary: '本地区安排会改动多少答复期限',
    input: z.object({
      code: RegionCode,
      date: DateOnly,
      working: z.enum(['true', 'false'], '请选择上班或休息'),
    }),
    output: DueMovesPreview,
  }),
  addOverride: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/calendar/overrides',
    permission: ['office'],
    summary: '登记本地区休息或上班的一天，附决定，最早从明天起生效',
    status: 201,
    input: z.object({
      code: RegionCode,
      date: DateOnly,
      working: z.boolean('请选择上班或休息'),
      decision: textOf('依据的决定', 4, 200),
    }),
    output: CalendarOverrideRow,
  }),
  previewWithdrawal: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/calendar/overrides/:id/withdraw/preview',
    permission: ['office'],
    summary: '撤回本地区安排会改动多少答复期限',
    input: z.object({ code: RegionCode, id: Id }),
    output: DueMovesPreview,
  }),
  withdrawOverride: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/calendar/overrides/:id/withdraw',
    permission: ['office'],
    summary: '在那一天到来之前撤回本地区安排，附理由，留痕公开',
    input: z.object({ code: RegionCode, id: Id, reason: textOf('撤回的理由', 4, 200) }),
    output: CalendarOverrideRow,
  }),
  previewYears: defineEndpoint({
    method: 'POST',
    path: '/calendar/years/preview',
    permission: ['admin'],
    summary: '读放假通知，只看不存',
    input: z.object(noticeInput),
    output: z.object({ years: z.array(YearReading), moves: DueMovesPreview }),
  }),
  importYears: defineEndpoint({
    method: 'POST',
    path: '/calendar/years',
    permission: ['admin'],
    summary: '导入放假通知，暂定期限随之确定',
    status: 201,
    input: z.object(noticeInput),
    output: z.object({ years: z.array(ImportedYear) }),
  }),
  proposals: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/calendar/proposals',
    permission: ['office'],
    summary: '按新日历应提前的期限，等公开办确认',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(DueProposal),
  }),
  confirmProposals: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/calendar/proposals/confirm',
    permission: ['office'],
    summary: '确认提前，最早提前到确认后的下一个工作日',
    input: z.object({ code: RegionCode, ids: proposalIds }),
    /** `dropped`: answered meanwhile, or nothing would be earlier any more. */
    output: z.object({ confirmed: z.number(), dropped: z.number() }),
  }),
  keepProposals: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/calendar/proposals/keep',
    permission: ['office'],
    summary: '不提前，仍按已承诺的日子',
    input: z.object({ code: RegionCode, ids: proposalIds }),
    output: z.object({ kept: z.number() }),
  }),
};
