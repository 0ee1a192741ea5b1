import {
  durationWords,
  kindWords,
  markOf,
  momentWords,
  openness,
  publicName,
  stampOf,
  timeLeftOf,
} from './message-words';

describe('words of a message', () => {
  it('calls an inquiry simple as long as it is one', () => {
    expect(kindWords({ kind: 'inquiry', simple: true })).toBe('简单咨询');
    expect(kindWords({ kind: 'inquiry', simple: false })).toBe('咨询');
    expect(kindWords({ kind: 'complaint', simple: false })).toBe('投诉');
  });

  it('keeps a late answer late', () => {
    expect(stampOf({ status: 'answered', clock: 'late' })).toEqual({ tone: 'late', word: '逾期答复' });
    expect(stampOf({ status: 'answered', clock: 'onTime' })).toEqual({ tone: 'done', word: '按时答复' });
    expect(markOf({ status: 'answered', clock: 'late' }).word).toBe('逾期答复');
  });

  it('puts no stamp on what is open or withdrawn', () => {
    expect(stampOf({ status: 'open', clock: 'overdue' })).toBeNull();
    expect(stampOf({ status: 'withdrawn', clock: 'stopped' })).toBeNull();
  });

  it('marks an overdue message also while its reply is in review', () => {
    expect(markOf({ status: 'inReview', clock: 'overdue' })).toMatchObject({ tone: 'late', word: '已逾期' });
    expect(markOf({ status: 'inReview', clock: 'running' }).word).toBe('答复待审核');
    expect(markOf({ status: 'withdrawn', clock: 'stopped' }).word).toBe('已撤回');
  });

  it('says the time left in days, never in hours', () => {
    const due = { clock: 'running', dueOn: '2026-11-23', workingDaysLeft: 1 } as const;
    expect(timeLeftOf(due, '2026-11-23')).toBe('今日到期');
    expect(timeLeftOf(due, '2026-11-22')).toBe('明天到期');
    // Friday: the weekend lies between, so it is not tomorrow
    expect(timeLeftOf(due, '2026-11-20')).toBe('剩 1 个工作日');
    expect(timeLeftOf({ ...due, clock: 'overdue' }, '2026-11-24')).toBe('已逾期 1 天');
    expect(timeLeftOf({ ...due, clock: 'overdue' }, '2026-12-03')).toBe('已逾期 10 天');
    expect(timeLeftOf({ ...due, clock: 'onTime' }, '2026-11-20')).toBeNull();
    expect(timeLeftOf({ ...due, clock: 'stopped' }, '2026-11-20')).toBeNull();
  });

  it.each([
    ['2026-11-20T14:06:00+08:00', '2026-11-20T16:24:30+08:00', '2小时18分'],
    ['2026-11-20T14:06:00+08:00', '2026-11-20T14:06:20+08:00', '不到1分钟'],
    ['2026-11-20T14:06:00+08:00', '2026-11-20T14:48:00+08:00', '42分钟'],
    ['2026-11-20T14:00:00+08:00', '2026-11-20T17:00:00+08:00', '3小时'],
    ['2026-11-20T14:00:00+08:00', '2026-11-23T18:30:00+08:00', '3天4小时'],
    ['2026-11-20T14:00:00+08:00', '2026-11-22T14:10:00+08:00', '2天'],
    ['2026-11-20T14:00:00+08:00', 'yesterday', null],
  ])('from %s to %s took %s', (from, to, words) => {
    expect(durationWords(from, to)).toBe(words);
  });

  it.each([
    ['2026-11-21T08:05:00+08:00', '今天 08:05'],
    ['2026-11-20T23:59:00+08:00', '昨天 23:59'],
    ['2026-11-18T09:12:00+08:00', '11月18日 09:12'],
    ['2025-12-31T09:12:00+08:00', '2025年12月31日 09:12'],
    // the same instant as 00:30 of the 21st in China
    ['2026-11-20T16:30:00Z', '今天 00:30'],
    ['no date', ''],
  ])('%s is said as %s', (iso, words) => {
    expect(momentWords(iso, '2026-11-21')).toBe(words);
  });

  it('shows others one character of the name', () => {
    expect(publicName('王秀兰')).toBe('王*');
    expect(publicName('  ')).toBe('网友');
  });

  it('tells who can read it', () => {
    expect(openness({ public: true, publicWanted: true })).toBe('已公开');
    expect(openness({ public: false, publicWanted: true })).toBe('愿意公开，审核后显示');
    expect(openness({ public: false, publicWanted: false })).toBe('不公开');
    expect(openness({ public: false, publicWanted: true, hidden: 'hidden' })).toBe('已撤下，不公开');
  });
});
