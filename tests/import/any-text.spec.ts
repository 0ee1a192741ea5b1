import * as fc from 'fast-check';
import { parsePlan } from '../../backend/src/features/plan-import/parse/parse-plan';
import { CountedSteps } from '../../backend/src/features/plan-import/parse/steps';
import { lostLetters, remarkedLetters, solid } from './coverage-of';

/** Pieces that papers are made of, in any order: most of the ways to go wrong are in their meetings. */
const pieces = [
  '一、',
  '二、',
  '（一）',
  '(二)',
  '1.',
  '2．',
  '3、',
  '（1）',
  '①',
  '第三、',
  '(-)',
  '(=)',
  '关于印发',
  '2026年政务公开工作要点',
  '的通知',
  '附件1',
  '附件：',
  '目录',
  '责任单位：',
  '牵头单位:',
  '完成时限：',
  '（责任单位：县府办、县财政局）',
  '【',
  '】',
  '（',
  '）',
  '[',
  ']',
  '县府办牵头，各乡镇配合',
  '。',
  '；',
  '，',
  '、',
  '：',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '|',
  '| --- | --- |',
  '  ',
  '　',
  '序号\t重点任务\t牵头单位\t责任单位\t完成时限',
  '序号\n任务\n责任单位\n时限\n',
  '| 任务 | 责任单位 | 时限 |',
  '县农业农',
  '县财政局、县教育局',
  '各苏木镇、街道',
  '全年',
  '9月底前',
  '2026年5月12日',
  '二〇二六年五月',
  '<p>',
  '</td>',
  '<tr><td>',
  '&nbsp;',
  '&ldquo;',
  '@@',
  '開(kāi)會(huì)務(wù)',
  '- 3 -',
  '第3页 共8页',
  '抄送：县委',
  '2026年5月13日印发',
  '（此件公开发布）',
  '青政办〔2026〕3号',
  '青禾县人民政府办公室',
  '做好信息公开',
  '加强解读。',
  '《',
  '》',
  '“',
  '”',
  '**',
  '##',
  '12',
  '\ufeff',
  '\u200b',
  '𠮷',
  '\ud800',
];
const paperLike = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  paperLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('any text', () => {
  it('is read without an error, and every letter ends in a field or in a remark, none twice', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const plan = parsePlan(source);
        const { sourceCharacters, placedCharacters, remarkCharacters } = plan.coverage;
        expect(sourceCharacters).toBe(solid(source).length);
        expect(placedCharacters + remarkCharacters).toBe(sourceCharacters);
        expect(remarkedLetters(plan)).toBe(remarkCharacters);
      }),
      { numRuns: 700 },
    );
  });

  it('loses no letter of a simplified paper', () => {
    const clean = paperLike.filter((text) => !/[開會務\ud800]|&|𠮷/.test(text));
    fc.assert(
      fc.property(clean, (source) => {
        expect(lostLetters(source, parsePlan(source))).toBe('');
      }),
      { numRuns: 700 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(paperLike, (source) => {
        expect(parsePlan(source)).toEqual(parsePlan(source));
      }),
      { numRuns: 100 },
    );
  });
});

describe('work', () => {
  const stepsOf = (source: string): number => {
    const steps = new CountedSteps();
    parsePlan(source, steps);
    return steps.total;
  };

  // Every stage looks at a letter a few times; whatever the paper, the sum stays below a fixed multiple of its length.
  const bound = (source: string): number => 14 * source.length + 2_000;

  it('grows with the length of the paper and not faster', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 5, maxLength: 60 }),
        fc.constantFrom(1, 10, 100),
        (parts, times) => {
          const source = parts.join('').repeat(times);
          expect(stepsOf(source)).toBeLessThanOrEqual(bound(source));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    '（',
    '<a ',
    '《',
    '一、',
    '责任单位：',
    '\t',
    '|\n',
    '（责任单位：县府办\n',
    '县',
    ' ',
    '<tr>',
    '。（一）',
    '@',
    '&amp',
    '序号\n任务\n责任单位\n时限\n',
  ])('stays linear for many of %j', (piece) => {
    for (const times of [100, 1_000, 5_000]) {
      const source = piece.repeat(times);
      expect(stepsOf(source)).toBeLessThanOrEqual(bound(source));
    }
  });
});
