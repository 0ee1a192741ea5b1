import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, Instant, pageInput, pageOf, UnitRef } from '../primitives';

/** The longest time that one may be stood in for, in days. */
export const MAX_DEPUTY_DAYS = 60;

export const deputyStates = ['coming', 'now', 'past', 'ended'] as const;

/** AB角: `account` is away from `from` to `until`, both included, and `deputy` stands in. */
export const Deputy = z.object({
  id: z.number(),
  unit: UnitRef,
  account: z.object({ id: z.number(), name: z.string() }),
  deputy: z.object({ id: z.number(), name: z.string() }),
  from: DateOnly,
  until: DateOnly,
  namedAt: Instant,
  /** `ended`: taken back before its last day. */
  state: z.enum(deputyStates),
});
export type Deputy = z.infer<typeof Deputy>;

export const deputyEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/me/deputies',
    permission: ['handler', 'reviewer'],
    summary: 'AB角：side=named 我指定的，standIn 我代办的，含以往',
    input: z.object({ side: z._default(z.enum(['named', 'standIn']), 'named'), ...pageInput }),
    output: pageOf(Deputy),
  }),
  choices: defineEndpoint({
    method: 'GET',
    path: '/me/deputies/choices',
    permission: ['handler'],
    summary: '可以指定的同单位同事',
    input: z.object({}),
    output: z.object({
      units: z.array(
        z.object({ unit: UnitRef, colleagues: z.array(z.object({ id: z.number(), name: z.string() })) }),
      ),
    }),
  }),
  name: defineEndpoint({
    method: 'POST',
    path: '/me/deputies',
    permission: ['handler'],
    summary: '指定一位同单位同事在一段日子里代办；代办人不能审核自己起草的答复',
    status: 201,
    input: z.object({ unitId: Id, deputyId: Id, from: DateOnly, until: DateOnly }),
    output: Deputy,
  }),
  end: defineEndpoint({
    method: 'POST',
    path: '/me/deputies/:id/end',
    permission: ['handler'],
    summary: '提前结束代办',
    input: z.object({ id: Id }),
    output: Deputy,
  }),
};
