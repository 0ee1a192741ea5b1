import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant, RegionCode, UnitRef } from '../primitives';
import { regionRoles } from '../roles';

/** The secret part of a private feed's address. */
const FeedFile = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}\.ics$/, '日历地址不正确'));

export const deadlineFeedEndpoints = {
  ofUnit: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/units/:unit/deadlines.ics',
    permission: 'public',
    summary: '一个单位已公布任务的完成时限，可在手机日历中订阅（iCalendar）',
    input: z.object({ code: RegionCode, unit: Id }),
    output: z.unknown(),
    produces: 'text/calendar',
  }),
  private: defineEndpoint({
    method: 'GET',
    path: '/calendar-feeds/:file',
    permission: 'public',
    summary: '工作人员自己的日历：任务时限和留言答复期限；地址即凭证，请勿转发',
    input: z.object({ file: FeedFile }),
    output: z.unknown(),
    produces: 'text/calendar',
  }),
  mine: defineEndpoint({
    method: 'GET',
    path: '/me/calendar-feeds',
    permission: 'account',
    summary: '我的日历订阅',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ unit: UnitRef, regionCode: z.string(), createdAt: Instant })),
    }),
  }),
  open: defineEndpoint({
    method: 'POST',
    path: '/me/calendar-feeds',
    permission: regionRoles,
    summary: '生成一个单位的日历地址；再次生成时旧地址失效。地址只显示一次',
    input: z.object({ unit: Id }),
    /** A path below `/api/v1`; nobody can read it again, only make a new one. */
    output: z.object({ path: z.string() }),
    status: 201,
  }),
  close: defineEndpoint({
    method: 'DELETE',
    path: '/me/calendar-feeds',
    permission: regionRoles,
    summary: '停用一个单位的日历地址',
    input: z.object({ unit: Id }),
    output: Done,
  }),
};
