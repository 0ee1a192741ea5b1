import { ratingLine } from './counter-words';

it('says how a counter is rated', () => {
  expect(ratingLine({ total: 0, satisfied: 0, low: 0 })).toBe('还没有评价');
  expect(ratingLine({ total: 12, satisfied: 10, low: 1 })).toBe('12 次评价，满意 83%，不满意 1 次');
  expect(ratingLine({ total: 3, satisfied: 3, low: 0 })).toBe('3 次评价，满意 100%');
});
