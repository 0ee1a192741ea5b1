import * as z from 'zod/mini';
import { Me } from '../account/account.schema';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant, pageInput, pageOf, RegionCode, textOf, UnitRef } from '../primitives';
import { regionRoles, roles } from '../roles';

/** What stands in front of the code in the picture of an invitation. */
export const JOIN_PREFIX = 'sunledger:join:';

export const Invitation = z.object({
  id: z.number(),
  unit: UnitRef,
  role: z.enum(roles),
  mostUses: z.number(),
  uses: z.number(),
  expiresAt: Instant,
  createdAt: Instant,
  state: z.enum(['open', 'full', 'expired', 'revoked']),
});
export type Invitation = z.infer<typeof Invitation>;

/** One role of one person in one unit, for the office. */
export const StaffMember = z.object({
  id: z.number(),
  name: z.string(),
  role: z.enum(roles),
  unit: z.nullable(UnitRef),
  since: Instant,
  mine: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** What went over to the successor in one step. */
export const HandOver = z.object({
  /** Drafts of answers that wait for review or were sent back. */
  drafts: z.number(),
  /** Progress reports that wait for review. */
  reports: z.number(),
  /** Messages that the person had claimed; every other one lies with the unit and stays there. */
  claims: z.number(),
});
export type HandOver = z.infer<typeof HandOver>;

const code = z
  .string('请填写邀请码')
  .check(z.trim(), z.minLength(8, '邀请码不完整'), z.maxLength(40, '邀请码不正确'));

export const invitationEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/invitations',
    permission: ['office', 'admin'],
    summary: '本地区发出的邀请',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Invitation),
  }),
  create: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/invitations',
    permission: ['office', 'admin'],
    summary: '邀请同事：单位、岗位、次数和期限；邀请码只显示这一次',
    status: 201,
    input: z.object({
      code: RegionCode,
      unitId: Id,
      role: z.enum(regionRoles, '请选择岗位'),
      mostUses: z._default(
        z.coerce
          .number()
          .check(z.int('次数应为整数'), z.minimum(1, '至少 1 次'), z.maximum(50, '最多 50 次')),
        1,
      ),
      days: z._default(
        z.coerce
          .number()
          .check(z.int('天数应为整数'), z.minimum(1, '至少 1 天'), z.maximum(30, '最多 30 天')),
        3,
      ),
    }),
    output: z.object({
      invitation: Invitation,
      secret: z.string(),
      /** The code as a mini-program code, a data URL; null without WeChat, where the page draws a plain one. */
      image: z.nullable(z.string()),
    }),
    outward: true,
  }),
  revoke: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/invitations/:id/revoke',
    permission: ['office', 'admin'],
    summary: '作废邀请',
    input: z.object({ code: RegionCode, id: Id }),
    output: Invitation,
  }),
  look: defineEndpoint({
    method: 'POST',
    path: '/invitations/look',
    permission: 'account',
    ownUnits: true,
    summary: '看邀请码是哪个单位、什么岗位',
    input: z.object({ code }),
    output: z.object({ regionName: z.string(), unitName: z.string(), role: z.enum(roles) }),
  }),
  accept: defineEndpoint({
    method: 'POST',
    path: '/invitations/accept',
    permission: 'account',
    ownUnits: true,
    summary: '接受邀请：填写姓名，加入单位',
    input: z.object({ code, name: textOf('姓名', 2, 20) }),
    output: Me,
  }),
  staff: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/staff',
    permission: ['office', 'admin'],
    summary: '本地区在岗的工作人员',
    input: z.object({ code: RegionCode, unit: z.optional(Id), ...pageInput }),
    output: pageOf(StaffMember),
  }),
  colleagues: defineEndpoint({
    method: 'GET',
    path: '/memberships/:id/colleagues',
    permission: 'account',
    summary: '离岗前看：有多少件没办完，哪些同事可以接手',
    input: z.object({ id: Id }),
    output: z.object({
      /** Whose post it is. */
      name: z.string(),
      role: z.enum(roles),
      unitName: z.nullable(z.string()),
      /** What would go over. */
      open: HandOver,
      items: z.array(z.object({ id: z.number(), name: z.string(), role: z.enum(roles) })),
    }),
  }),
  leave: defineEndpoint({
    method: 'POST',
    path: '/memberships/:id/leave',
    permission: 'account',
    summary: '离岗并交接：本人或政务公开办办理，未办完的一次交给接手人（先再确认一次身份）',
    input: z.object({
      id: Id,
      /** Another membership of the same unit. */
      successorId: z.optional(Id),
    }),
    output: z.extend(Done, { handedOver: HandOver }),
  }),
};
