import type { Me, Membership, Persona } from '@sunledger/shared-types';
import { hatWords, landingOf, membershipWords, personaGroups } from './account-words';

const membership = (role: Membership['role']): Membership => ({
  id: 1,
  role,
  regionId: 1,
  regionCode: 'yunxi',
  regionName: '云溪县',
  unitId: 2,
  unitName: '县人社局',
});
const me = (...roles: Membership['role'][]): Me => ({
  id: 1,
  name: '陈敏',
  phoneVerified: false,
  memberships: roles.map(membership),
});

describe('who somebody is', () => {
  it('names the hats by what one does under them', () => {
    expect(hatWords('citizen', me('handler'))).toBe('群众');
    expect(hatWords('staff', me('handler'))).toBe('经办');
    expect(hatWords('staff', me('reviewer', 'handler'))).toBe('经办 · 审核');
    expect(hatWords('staff', me('office', 'official'))).toBe('公开办');
    expect(hatWords('official', me('official'))).toBe('领导');
  });

  it('names a membership by region, unit and role', () => {
    expect(membershipWords(membership('handler'))).toBe('云溪县 · 县人社局 · 经办人');
    expect(membershipWords({ role: 'admin', regionName: null, unitName: null })).toBe('系统管理员');
  });

  it('groups the demo people and leaves empty groups out', () => {
    const people = (['citizen', 'citizen2', 'handler', 'office'] satisfies Persona[]).map((persona) => ({
      persona,
    }));
    expect(personaGroups(people)).toEqual([
      { title: '群众', people: [{ persona: 'citizen' }, { persona: 'citizen2' }] },
      { title: '干部', people: [{ persona: 'handler' }, { persona: 'office' }] },
    ]);
  });

  it('lets staff land at their work, citizens and the admin at home', () => {
    expect(landingOf(me('reviewer'))).toBe('desk');
    expect(landingOf(me('official'))).toBe('desk');
    expect(landingOf(me('admin'))).toBe('home');
    expect(landingOf(me())).toBe('home');
  });
});
