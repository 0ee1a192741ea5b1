import { isDeadlinePhrase, readDeadline } from './deadline-text';

describe('readDeadline', () => {
  it.each([
    ['全年', '2026-12-31', true],
    ['贯穿全年', '2026-12-31', true],
    ['年底前', '2026-12-31', false],
    ['2026年年底前完成', '2026-12-31', false],
    ['12 月底前', '2026-12-31', false],
    ['7月底前', '2026-07-31', false],
    ['2月底', '2026-02-28', false],
    ['九月底前', '2026-09-30', false],
    ['十二月', '2026-12-31', false],
    ['9月30日前', '2026-09-30', false],
    ['2026年6月15日前', '2026-06-15', false],
    ['6月上旬', '2026-06-10', false],
    ['10月中旬', '2026-10-20', false],
    ['11月下旬', '2026-11-30', false],
    ['上半年', '2026-06-30', false],
    ['下半年', '2026-12-31', false],
    ['三季度前', '2026-09-30', false],
    ['第二季度末', '2026-06-30', false],
    ['4季度', '2026-12-31', false],
    ['6月、11月底前', '2026-11-30', false],
    ['9月—11月', '2026-11-30', false],
    ['2026年9月至2027年2月', '2027-02-28', false],
    ['次年1月底前', '2027-01-31', false],
    ['下一年度3月31日前', '2027-03-31', false],
    ['2027年1月31日前', '2027-01-31', false],
    ['2026.11.30', '2026-11-30', false],
    ['2026-10', '2026-10-31', false],
    ['2026年', '2026-12-31', false],
    ['年内', '2026-12-31', false],
    ['长期坚持，年底前取得实效', '2026-12-31', true],
    ['即日起至10月底', '2026-10-31', false],
  ])('%s → %s', (text, dueOn, continuous) => {
    expect(readDeadline(text, 2026, '2026-01-10')).toEqual({ dueOn, continuous, doubt: null });
  });

  it.each([
    ['持续推进', true],
    ['长期坚持', true],
    ['常态化开展', true],
    ['每季度末', true],
    ['每年12月底前', true],
    ['按月更新', true],
    ['定期', true],
    ['印发后10个工作日内', false],
    ['信息形成之日起20个工作日内', false],
    ['征求活动结束后1个月内', false],
    ['按上级要求', false],
    ['13月底前', false],
    ['2月30日前', false],
  ])('%s has no day', (text, continuous) => {
    expect(readDeadline(text, 2026, null)).toEqual({ dueOn: null, continuous, doubt: null });
  });

  it('takes no day from before the paper itself', () => {
    const reading = readDeadline('6月底前', 2022, '2022-09-19');
    expect(reading.dueOn).toBeNull();
    expect(reading.doubt).toContain('早于文件日期');
  });

  it('has no day where the paper has no year', () => {
    expect(readDeadline('9月底前', null, null).dueOn).toBeNull();
    expect(readDeadline('全年', null, null)).toMatchObject({ dueOn: null, continuous: true });
    expect(readDeadline('2026年9月底前', null, null).dueOn).toBe('2026-09-30');
  });
});

describe('isDeadlinePhrase', () => {
  it.each(['全年', '2026年9月底前完成', '持续推进', '三季度', '即时', '每季度末', '10月31日前'])(
    '%s',
    (text) => {
      expect(isDeadlinePhrase(text)).toBe(true);
    },
  );
  it.each(['县财政局', '及时有效回应社会关切', '年度考核办公室', '全年重点工作单位', '县政府办'])(
    'not %s',
    (text) => {
      expect(isDeadlinePhrase(text)).toBe(false);
    },
  );
});
