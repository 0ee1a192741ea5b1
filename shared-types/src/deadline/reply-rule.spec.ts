import { CalendarYear, ReplyRule, WorkCalendarOverride } from './deadline.schema';
import { defaultReplyRule, replyRuleText, workingHoursOn } from './reply-rule';

const messagesOf = (rule: unknown): string[] => {
  const parsed = ReplyRule.safeParse(rule);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

describe('the rule of a region as data', () => {
  it('the defaults are a valid rule, and survive JSON', () => {
    expect(ReplyRule.parse(JSON.parse(JSON.stringify(defaultReplyRule)))).toEqual(defaultReplyRule);
  });

  it.each([
    [{ days: { ...defaultReplyRule.days, simple: 0 } }, '工作日数至少为 1'],
    [{ days: { ...defaultReplyRule.days, help: 2.5 } }, '工作日数应为整数'],
    [{ days: { ...defaultReplyRule.days, complaint: 251 } }, '工作日数最多为 250'],
    [{ cutOff: '25:00' }, '时刻请写成 17:30 的样子'],
    [{ startRule: 'today' }, '起算方式不正确'],
    [{ dayEnd: '18:00' }, '截止时刻不正确'],
    [{ workingHours: [] }, '至少有一季办公时间'],
    [
      { workingHours: [{ from: '02-30', sessions: [{ start: '08:30', end: '12:00' }] }] },
      '起始月日请写成 05-01 的样子',
    ],
    [
      { workingHours: [{ from: '01-01', sessions: [{ start: '12:00', end: '08:30' }] }] },
      '开始时刻应早于结束时刻',
    ],
  ])('refuses %j in Chinese', (knobs, message) => {
    expect(messagesOf({ ...defaultReplyRule, ...knobs })).toEqual([message]);
  });

  it('an override needs a real date and a decision', () => {
    const override = { date: '2026-03-03', working: false, decision: '云政发〔2026〕8号' };
    expect(WorkCalendarOverride.safeParse(override).success).toBe(true);
    expect(WorkCalendarOverride.safeParse({ ...override, date: '2026-02-30' }).success).toBe(false);
    expect(WorkCalendarOverride.safeParse({ ...override, decision: '  ' }).success).toBe(false);
  });

  it('a year of the calendar is never empty', () => {
    expect(
      CalendarYear.safeParse({ year: 2027, source: '某通知', ranges: [], workWeekends: [] }).success,
    ).toBe(false);
  });
});

describe('working hours by season', () => {
  const summer = {
    from: '05-01',
    sessions: [
      { start: '15:00', end: '18:00' },
      { start: '08:00', end: '12:00' },
    ],
  };
  const winter = { from: '10-01', sessions: [{ start: '08:30', end: '17:00' }] };
  const rule = { ...defaultReplyRule, workingHours: [winter, summer] };

  it.each([
    ['2026-04-30', '08:30', '17:00'],
    ['2026-05-01', '08:00', '18:00'],
    ['2026-09-30', '08:00', '18:00'],
    ['2026-10-01', '08:30', '17:00'],
  ])('on %s from %s to %s', (date, open, close) => {
    expect(workingHoursOn(rule, date)).toMatchObject({ open, close });
  });
});

it('says the rule in a sentence', () => {
  expect(replyRuleText(defaultReplyRule)).toBe('收到当日不计入，从次日起数工作日；到期日24:00前答复为按时');
  expect(
    replyRuleText({
      ...defaultReplyRule,
      offHoursReceipt: 'deemNextWorkday',
      cutOff: '16:00',
      dayEnd: 'closeOfBusiness',
    }),
  ).toBe(
    '收到当日不计入，从次日起数工作日；休息日或工作日16:00后收到的，视为下一个工作日收到；到期日下班前答复为按时',
  );
});
