import { defaultReplyRule } from '@sunledger/shared-types';
import { changedLines, daysProblem, formOf, ruleToSend } from './rule-form';

const today = '2026-03-02';
const form = { ...formOf(defaultReplyRule, today), source: '云政公开〔2026〕3号' };

describe('the form of a new promise', () => {
  it('begins with what is in force, from tomorrow', () => {
    expect(form).toMatchObject({ effectiveFrom: '2026-03-03', days: { simple: '1', complaint: '15' } });
    expect(changedLines(form, defaultReplyRule)).toEqual([]);
  });

  it('sends the days with every knob that it does not ask for', () => {
    const days = { ...form.days, complaint: '7' };
    const { promisedIn: _promisedIn, ...knobs } = defaultReplyRule;
    expect(ruleToSend({ ...form, days }, defaultReplyRule, today)).toEqual({
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
  ])('is not ready with %s', (_, change) => {
    expect(ruleToSend({ ...form, ...change }, defaultReplyRule, today)).toBeNull();
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
