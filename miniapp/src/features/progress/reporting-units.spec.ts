import type { Membership } from '@sunledger/shared-types';
import { unitsOf, whyNotDecide } from './reporting-units';

const member = (part: Partial<Membership>): Membership => ({
  id: 1,
  role: 'handler',
  regionId: 1,
  regionCode: 'yunxi',
  regionName: '云溪县',
  unitId: 5,
  unitName: '县人社局',
  ...part,
});
const me = (...memberships: Membership[]) => ({ memberships });
const report = { status: 'submitted', unitName: '县人社局', submittedByMe: false };

describe('who reports and who decides', () => {
  it('counts each unit of the region once', () => {
    const both = me(member({}), member({ role: 'reviewer' }), member({ unitId: 6, unitName: '县医保局' }));
    expect(unitsOf(both, 'yunxi').map((unit) => unit.name)).toEqual(['县人社局', '县医保局']);
    expect(unitsOf(both, 'binjiang')).toEqual([]);
    expect(unitsOf(null, 'yunxi')).toEqual([]);
  });

  it('lets a reviewer of the unit and the office decide', () => {
    expect(whyNotDecide(report, me(member({ role: 'reviewer' })), 'yunxi')).toBeNull();
    expect(
      whyNotDecide(report, me(member({ role: 'office', unitId: null, unitName: null })), 'yunxi'),
    ).toBeNull();
  });

  it('lets nobody decide the own report, nor one of another unit', () => {
    expect(
      whyNotDecide({ ...report, submittedByMe: true }, me(member({ role: 'reviewer' })), 'yunxi'),
    ).toContain('您报送的');
    expect(whyNotDecide(report, me(member({ role: 'reviewer', unitName: '县医保局' })), 'yunxi')).toContain(
      '县人社局的审核人',
    );
    expect(whyNotDecide(report, me(member({})), 'yunxi')).toContain('县人社局的审核人');
    expect(
      whyNotDecide({ ...report, status: 'approved' }, me(member({ role: 'reviewer' })), 'yunxi'),
    ).toContain('已经审核');
  });
});
