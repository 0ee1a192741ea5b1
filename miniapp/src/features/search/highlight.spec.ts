import fc from 'fast-check';
import { highlight, wordsOf } from './highlight';

const marked = (text: string, query: string): string =>
  highlight(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('highlight', () => {
  it.each([
    ['公积金提取需要什么材料', '公积金', '[公积金]提取需要什么材料'],
    ['补贴标准与补贴条件', '补贴', '[补贴]标准与[补贴]条件'],
    ['农业农村局', '农业 农村', '[农业农村]局'],
    ['使用ＡＰＰ办理', 'app', '使用[ＡＰＰ]办理'],
    ['没有这个词', '公积金', '没有这个词'],
    ['空的查询', '  ', '空的查询'],
    ['（a.b*c）', '.b*', '（a[.b*]c）'],
    ['aaa', 'aa', '[aaa]'],
  ])('in %s for %s', (text, query, expected) => expect(marked(text, query)).toBe(expected));

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        expect(
          highlight(text, query)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

it('takes at most five different words', () => {
  expect(wordsOf('a b a c d e f')).toEqual(['a', 'b', 'c', 'd', 'e']);
});
