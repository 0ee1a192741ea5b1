import type { Role } from '@sunledger/shared-types';
import { RealClock } from '../clock';
import { actingAs, systemCtx, type Ctx } from '../ctx';
import { requireMembership } from './membership';

const HERE = 1;
const ELSEWHERE = 2;

function ctxOf(...memberships: { role: Role; regionId: number | null; unitId: number | null }[]): Ctx {
  const named = memberships.map((each, id) => ({
    id,
    regionCode: null,
    regionName: null,
    unitName: null,
    ...each,
  }));
  return actingAs(systemCtx(new RealClock()), {
    accountId: 1,
    name: '某',
    phoneVerified: false,
    memberships: named,
  });
}

describe('who may act', () => {
  const demand = {
    regionId: HERE,
    roles: ['handler', 'office'] as const,
    unitId: 5,
    notFound: 'MESSAGE_NOT_FOUND',
  } as const;
  const code = (ctx: Ctx) => {
    try {
      return requireMembership(ctx, demand).role;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['a visitor', systemCtx(new RealClock()), 'SIGN_IN_REQUIRED'],
    ['a citizen', ctxOf(), 'MESSAGE_NOT_FOUND'],
    [
      'the office of another region',
      ctxOf({ role: 'office', regionId: ELSEWHERE, unitId: 9 }),
      'MESSAGE_NOT_FOUND',
    ],
    ['the administrator', ctxOf({ role: 'admin', regionId: null, unitId: null }), 'MESSAGE_NOT_FOUND'],
    ['an official of the region', ctxOf({ role: 'official', regionId: HERE, unitId: null }), 'ROLE_REQUIRED'],
    ['a handler of another unit', ctxOf({ role: 'handler', regionId: HERE, unitId: 6 }), 'OTHER_UNIT'],
    ['the handler of the unit', ctxOf({ role: 'handler', regionId: HERE, unitId: 5 }), 'handler'],
    ['the office, whose unit is another one', ctxOf({ role: 'office', regionId: HERE, unitId: 9 }), 'office'],
    [
      'somebody with both',
      ctxOf(
        { role: 'official', regionId: HERE, unitId: null },
        { role: 'handler', regionId: HERE, unitId: 5 },
      ),
      'handler',
    ],
  ])('%s', (_, ctx, outcome) => {
    expect(code(ctx)).toBe(outcome);
  });
});
