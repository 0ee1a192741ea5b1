import { needsDecision, planSteps, standingWords } from './plan-moves';

describe('the way of a plan', () => {
  it('asks for a decision unless the paper says 主动公开', () => {
    expect(needsDecision({ disclosure: '主动公开' })).toBe(false);
    expect(needsDecision({ disclosure: '依申请公开' })).toBe(true);
    expect(needsDecision({ disclosure: null })).toBe(true);
  });

  it('tells those who submitted that another person approves', () => {
    const plan = { status: 'inReview' as const, disclosure: null };
    expect(standingWords({ ...plan, moves: ['sendBack'] })).toContain('送审人不能审核自己送审的要点');
    expect(standingWords({ ...plan, moves: ['approve', 'sendBack'] })).toContain('请对照原文审核');
    expect(standingWords({ ...plan, moves: [] })).toBe('正在审核。');
  });

  it('shows how far it is', () => {
    expect(planSteps('inReview').map((step) => step.state)).toEqual(['done', 'now', 'later']);
    expect(planSteps('published').map((step) => step.state)).toEqual(['done', 'done', 'done']);
  });
});
