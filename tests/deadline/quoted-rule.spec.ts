import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotationsOf, quotedBy, sentencesOf, type Sentence } from '../support/quoted-rule';
import { testNames } from '../support/test-names';

const file = join(process.env.SHARED_DIR ?? join(__dirname, '../../../shared'), 'reply-rule.md');

describe('sentences and quotations', () => {
  const sentences = sentencesOf(
    '# T\n\nwords\n\n## Part\n1. One day `counts`; **two** do not. Three?\n- A “last” one.',
  );

  it('a sentence ends at a full stop or a semicolon and knows its place', () => {
    expect(sentences.map(({ section, item, text }) => [section, item, text])).toEqual([
      ['Part', '1', 'one day counts;'],
      ['Part', '1', 'two do not.'],
      ['Part', '1', 'three?'],
      ['Part', '• 1', 'a last one.'],
    ]);
  });

  it('a quotation may hold another and is cut at an ellipsis; it must be in the sentence', () => {
    expect(quotationsOf('x “on it “A” and … something else” y “too short”')).toEqual([
      'on it a and',
      'something else',
      'too short',
    ]);
    const quoting = (name: string) =>
      sentences.map((sentence) => quotedBy(sentence, [{ file: '', name }]).length);
    expect(quoting('“one day counts; two do not”')).toEqual([1, 1, 0, 0]);
    expect(quoting('“One day `counts`” and more')).toEqual([1, 0, 0, 0]);
    expect(quoting('one day counts')).toEqual([0, 0, 0, 0]);
  });
});

if (existsSync(file)) {
  describe('every sentence of reply-rule.md', () => {
    const tests = testNames().filter(({ name }) => name.includes('“'));
    const sentences = sentencesOf(readFileSync(file, 'utf8'));
    const named = ({ section, item, text }: Sentence): string =>
      [section, item, text].filter(Boolean).join(' · ');

    it.each(sentences.map((sentence) => [named(sentence), sentence] as const))('%s', (_, sentence) => {
      expect(quotedBy(sentence, tests)).not.toEqual([]);
    });

    it('there are as many as ever', () => expect(sentences.length).toBeGreaterThan(90));
  });
} else {
  process.stdout.write(`not compared with ${file}: the reply rule is not on this machine\n`);
}
