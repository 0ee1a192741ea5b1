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
const report = { status: 'submitted', unitName: '县人社局', submittedByMe: false, moves: [] };

describe('who reports and who decides', () => {
  it('counts each unit of the region once', () => {
    const both = me(member({}), member({ role: 'reviewer' }), member({ unitId: 6, unitName: '县医保局' }));
    expect(unitsOf(both, 'yunxi').map((unit) => unit.name)).toEqual(['县人社局', '县医保局']);
    expect(unitsOf(both, 'binjiang')).toEqual([]);
    expect(unitsOf(null, 'yunxi')).toEqual([]);
  });

  it('leaves to the server who decides, and says why somebody cannot', () => {
    expect(whyNotDecide({ ...report, moves: ['approve', 'sendBack'] })).toBeNull();
    expect(whyNotDecide({ ...report, submittedByMe: true })).toContain('您报送的');
    expect(whyNotDecide(report)).toContain('县人社局的审核人');
    expect(whyNotDecide({ ...report, status: 'approved' })).toContain('已经审核');
  });
});
