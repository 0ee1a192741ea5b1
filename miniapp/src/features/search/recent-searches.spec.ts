import { withSearch } from './recent-searches';

it('keeps each word once, newest first, at most eight', () => {
  expect(withSearch(['招生', '低保'], '低保')).toEqual(['低保', '招生']);
  expect(withSearch(['招生'], '  ')).toEqual(['招生']);
  expect(withSearch('abcdefgh'.split(''), '新')).toEqual(['新', ...'abcdefg'.split('')]);
});
