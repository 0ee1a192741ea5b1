import { openWords } from './hand-over-words';

it('names only what there is', () => {
  expect(openWords({ drafts: 2, reports: 0, claims: 1 })).toBe('2 份待审或退回的答复、1 条认领的留言');
  expect(openWords({ drafts: 0, reports: 3, claims: 0 })).toBe('3 条待审的进展');
  expect(openWords({ drafts: 0, reports: 0, claims: 0 })).toBe('没有');
});
