import { defaultReplyRule } from '@sunledger/shared-types';
import { changedLines, daysProblem, formOf, ruleToSend } from './rule-form';

const today = '2026-03-02';
const form = { ...formOf(defaultReplyRule, today), source: '云政公开〔2026〕3号' };

describe('the form of a new promise', () => {
  it('begins with what is in force, from tomorrow', () => {
    expect(form).toMatchObject({ effectiveFrom: '2026-03-03', days: { simple: '1', complaint: '15' } });
    expect(changedLines(form, defaultReplyRule)).toEqual([]);
  });

  it('sends the days with every knob as it is in force', () => {
    const days = { ...form.days, complaint: '7' };
    const { promisedIn: _promisedIn, ...knobs } = defaultReplyRule;
    expect(ruleToSend({ ...form, days }, today)).toEqual({
      ...knobs,
      days: { ...defaultReplyRule.days, complaint: 7 },
      effectiveFrom: '2026-03-03',
      source: '云政公开〔2026〕3号',
    });
    expect(changedLines({ ...form, days }, defaultReplyRule)).toEqual(['投诉：15 → 7 个工作日']);
  });

  it.each([
    ['no document', { source: '文' }],
    ['from today', { effectiveFrom: today }],
    ['no date', { effectiveFrom: '' }],
    ['no number', { days: { ...form.days, help: '' } }],
    ['half a day', { days: { ...form.days, help: '0.5' } }],
    ['hours that are none', { hours: '全天' }],
    ['a cut-off that is no time', { offHoursReceipt: 'deemNextWorkday' as const, cutOff: '五点' }],
  ])('is not ready with %s', (_, change) => {
    expect(ruleToSend({ ...form, ...change }, today)).toBeNull();
  });

  it('sends start, receipt out of hours, end of the day and hours, and says what they change', () => {
    const changed = {
      ...form,
      startRule: 'sameDayIfInHours',
      offHoursReceipt: 'deemNextWorkday',
      cutOff: '17:00',
      dayEnd: 'closeOfBusiness',
      hours: '01-01 起 09:00-12:00、13:00-17:00\n06-01 起 08:00-12:00、15:00-18:00',
    } as const;
    const sent = ruleToSend(changed, today);
    expect(sent).toMatchObject({ startRule: 'sameDayIfInHours', cutOff: '17:00', dayEnd: 'closeOfBusiness' });
    expect(sent?.workingHours.map((season) => season.from)).toEqual(['01-01', '06-01']);
    const [counting, hours] = changedLines(changed, defaultReplyRule);
    expect(counting).toContain('工作日17:00后收到的，视为下一个工作日收到');
    expect(hours).toContain('06-01 起 08:00-12:00、15:00-18:00');
    // a cut-off means something only where it is used
    expect(ruleToSend({ ...changed, offHoursReceipt: 'asIs' }, today)?.cutOff).toBeNull();
  });

  it('says what is wrong with a number', () => {
    expect(['1', '250', '0', '251', 'x', ''].map((text) => daysProblem(text) === undefined)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
