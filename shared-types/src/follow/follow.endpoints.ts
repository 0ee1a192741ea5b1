import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Done, Id, Instant, pageInput, pageOf, UnitRef } from '../primitives';
import { TaskRow } from '../task/task.schema';

export const followKinds = ['task', 'unit'] as const;
export type FollowKind = (typeof followKinds)[number];

/** Things one account follows at most. */
export const MOST_FOLLOWED = 200;

/** A task or a unit that the caller follows; exactly one of the two is there. */
export const Follow = z.object({
  id: z.number(),
  kind: z.enum(followKinds),
  regionCode: z.string(),
  regionName: z.string(),
  task: z.nullable(TaskRow),
  unit: z.nullable(UnitRef),
  followedAt: Instant,
});
export type Follow = z.infer<typeof Follow>;

export const followEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/me/follows',
    permission: 'account',
    summary: '我关注的任务和单位，新关注的在前',
    input: z.object({ kind: z.optional(z.enum(followKinds)), ...pageInput }),
    output: pageOf(Follow),
  }),
  followTask: defineEndpoint({
    method: 'POST',
    path: '/tasks/:id/follow',
    permission: 'account',
    summary: '关注一项任务：有新进展、销号或逾期时收到提醒',
    input: z.object({ id: Id }),
    output: Done,
  }),
  unfollowTask: defineEndpoint({
    method: 'DELETE',
    path: '/tasks/:id/follow',
    permission: 'account',
    summary: '不再关注一项任务',
    input: z.object({ id: Id }),
    output: Done,
  }),
  unitState: defineEndpoint({
    method: 'GET',
    path: '/units/:id/follow',
    permission: 'account',
    summary: '是否关注了一个单位',
    input: z.object({ id: Id }),
    output: z.object({ following: z.boolean() }),
  }),
  followUnit: defineEndpoint({
    method: 'POST',
    path: '/units/:id/follow',
    permission: 'account',
    summary: '关注一个单位牵头或负责的全部任务',
    input: z.object({ id: Id }),
    output: Done,
  }),
  unfollowUnit: defineEndpoint({
    method: 'DELETE',
    path: '/units/:id/follow',
    permission: 'account',
    summary: '不再关注一个单位',
    input: z.object({ id: Id }),
    output: Done,
  }),
};
