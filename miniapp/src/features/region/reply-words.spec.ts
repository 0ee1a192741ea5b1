import { percentWords, promiseLines, repliesWords } from './reply-words';

describe('percentWords', () => {
  it.each([
    [1, '100%'],
    [0, '0%'],
    [0.986, '98.6%'],
    [0.9999, '99.9%'],
    [0.5, '50%'],
    [0.29, '29%'],
    [2 / 3, '66.6%'],
  ])('%p reads %s', (share, words) => expect(percentWords(share)).toBe(words));
});

describe('repliesWords', () => {
  const none = { total: 0, onTime: 0, late: 0, openOverdue: 0, notYetDue: 0 };

  it('counts an unanswered overdue message as late', () => {
    expect(repliesWords({ ...none, onTime: 20, late: 1, openOverdue: 2 })).toBe('23 件到期，逾期 3 件');
  });
  it('says so when nothing was late', () => {
    expect(repliesWords({ ...none, onTime: 4 })).toBe('4 件到期，没有逾期');
  });
  it('does not count what is not yet due', () => {
    expect(repliesWords({ ...none, notYetDue: 3 })).toBe('3 件办理中，都还没有到期');
    expect(repliesWords(none)).toBe('没有到期的留言');
  });
});

it('names a promise for every kind of message', () => {
  const promise = {
    simple: 1,
    inquiry: 5,
    correction: 3,
    help: 5,
    suggestion: 7,
    complaint: 15,
    source: null,
  };
  expect(promiseLines(promise).map(({ days }) => days)).toEqual([1, 5, 5, 3, 7, 15]);
});
