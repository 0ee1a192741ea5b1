import type { Me } from '@sunledger/shared-types';
import { homesOf, templateReady } from './template-form';

const membership = (role: 'handler' | 'reviewer' | 'office', unitId: number, unitName: string) => ({
  id: unitId,
  role,
  regionId: 1,
  regionCode: 'yunxi',
  regionName: '云溪县',
  unitId,
  unitName,
});

describe('templates', () => {
  it('are written for the units that one reviews for, and by the office for everybody', () => {
    const me: Me = {
      id: 1,
      name: '',
      phoneVerified: false,
      memberships: [membership('reviewer', 5, '县教育局'), membership('handler', 6, '县民政局')],
    };
    expect(homesOf(me, 'yunxi', false)).toEqual([{ value: '5', label: '县教育局' }]);
    expect(homesOf(me, 'yunxi', true)[0]).toEqual({ value: 'region', label: '全地区' });
    expect(homesOf(me, 'binjiang', false)).toEqual([]);
  });

  it('have a name and words', () => {
    expect(templateReady('社保', '请带身份证。')).toBe(true);
    expect(templateReady('社', '请带身份证。')).toBe(false);
    expect(templateReady('社保', ' 短 ')).toBe(false);
  });
});
