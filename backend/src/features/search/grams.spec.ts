import fc from 'fast-check';
import { excerptOf, gramsOf, normalise, termsOf } from './grams';
import { scored } from './similarity';

describe('grams', () => {
  it('pairs neighbouring letters, never across punctuation', () => {
    expect(gramsOf('政务公开，政务')).toEqual(['政务', '务公', '公开']);
    expect(gramsOf('ＩＰｖ６ 网')).toEqual(['ip', 'pv', 'v6', '6网']);
    expect(gramsOf('水')).toEqual([]);
  });

  it('finds any part of a text of two letters or more: its pairs are pairs of the text', () => {
    const letter = fc.constantFrom(...'政务公开补贴ab12，。 （');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 40 }), fc.nat(40), fc.nat(40), (signs, a, b) => {
        const text = normalise(signs.join(''));
        const part = text.slice(Math.min(a, b), Math.max(a, b));
        const grams = new Set(gramsOf(text));
        expect(gramsOf(part).every((gram) => grams.has(gram))).toBe(true);
      }),
    );
  });

  it('splits a query into words', () => {
    expect(termsOf('  补贴　ABC 补贴 ')).toEqual(['补贴', 'abc']);
    expect(termsOf(' 　')).toEqual([]);
  });

  it('shows the place that was found', () => {
    const text = `${'前'.repeat(100)}补贴标准${'后'.repeat(100)}`;
    const excerpt = excerptOf(text, ['补贴'], 40);
    expect(excerpt).toContain('补贴标准');
    expect(excerpt.startsWith('…') && excerpt.endsWith('…')).toBe(true);
    expect(excerptOf('短文', ['没有'])).toBe('短文');
  });
});

describe('similar answers', () => {
  it('ranks by shared grams, the rare ones first, and drops small talk', () => {
    const grams = ['医保', '保怎', '怎么', '么报', '报销'];
    const sharing = [
      ...['医保', '报销', '怎么', '么报'].map((gram) => ({ gram, documentId: 1 })),
      ...[1, 2, 3, 4, 5].slice(1).map((documentId) => ({ gram: '怎么', documentId })),
    ];
    const result = scored(grams, sharing);
    expect(result.map((each) => each.documentId)).toEqual([1]);
    expect(result[0]?.score).toBeGreaterThan(0.6);
  });
});
