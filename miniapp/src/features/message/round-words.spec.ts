import { objectionWords, parentWords, pauseWords, roundNote, roundTitle } from './round-words';

describe('waiting for the author, in words', () => {
  const question = { text: '哪一所学校？', pausedUntil: '2026-12-04' };

  it('says until when nothing is counted', () => {
    expect(pauseWords({ status: 'asked', question })).toContain('最长等到 12月4日（周五）');
  });

  it('says when the clock goes on again', () => {
    expect(pauseWords({ status: 'open', question })).toContain('已继续计时');
    expect(pauseWords({ status: 'open', question: null })).toBe('');
  });
});

describe('what comes after an answer', () => {
  it('has a name, a number and a date of its own', () => {
    expect(roundTitle({ origin: 'rework', number: 'YX20261121-0002' })).toBe('整改 YX20261121-0002');
    expect(roundTitle({ origin: 'followUp', number: null })).toBe('追问');
    expect(roundNote({ status: 'open', clock: 'running', dueOn: '2026-11-30' })).toBe(
      '另行计算，最迟 11月30日（周一）答复',
    );
    expect(roundNote({ status: 'open', clock: 'overdue', dueOn: '2026-11-30' })).toContain('应于');
  });

  it('leads back to where it came from', () => {
    const parent = { id: 1, number: 'YX20261120-0001' };
    expect(parentWords({ origin: 'followUp', parent })).toBe('对留言 YX20261120-0001 的追问');
    expect(parentWords({ origin: 'rework', parent: { id: 1, number: null } })).toBe(
      '留言 评价不满意后的整改',
    );
    expect(parentWords({ origin: 'message', parent: null })).toBeNull();
  });

  it('says how an objection stands', () => {
    expect(objectionWords('open')).toContain('等待决定');
    expect(objectionWords(null)).toBeNull();
  });
});
