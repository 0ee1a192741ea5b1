import { type CalendarYear, formatMonthDay, weekdayName, yearOf } from '@sunledger/shared-types';
import fc from 'fast-check';

import { DeadlineError } from './deadline.error';
import { notice2027 } from './invented-notice.fixture';
import { nationalYears } from './national-years.data';
import { parseCalendarJson, parseNotice, readCalendarYears } from './parse-notice';

const problemsOf = (act: () => unknown): { code: string; text: string } => {
  try {
    act();
  } catch (error) {
    if (error instanceof DeadlineError) return { code: error.code, text: String(error.params.problems) };
    throw error;
  }
  return { code: 'none', text: '' };
};

/** Writes a year in the manner of a notice; a make-up day stands with the last holiday that begins before it. */
function noticeOf(year: CalendarYear, weekday: (date: string) => string): string {
  const items = year.ranges.map(({ from, to, name }, i) => {
    const crosses = yearOf(from) !== yearOf(to);
    const day = (date: string): string =>
      `${crosses ? `${yearOf(date)}年` : ''}${formatMonthDay(date)}${weekday(date)}`;
    const until = year.ranges[i + 1]?.from ?? '9999';
    const worked = year.workWeekends.filter((date) => date < until && (i === 0 || date >= from));
    const span = from === to ? day(from) : `${day(from)}至${day(to)}`;
    return `${i + 1}、${name}：${span}放假调休。${worked.length > 0 ? `${worked.map(day).join('、')}上班。` : ''}`;
  });
  return `关于${year.year}年部分节假日安排的通知\n${items.join('\n')}`;
}

describe('reading a notice', () => {
  it('gives the year, the number, the holidays with their names, the make-up days', () => {
    const { year, warnings } = parseNotice(notice2027);
    expect(year).toMatchObject({ year: 2027, source: '国办发明电〔2099〕1号' });
    expect(year.ranges.map(({ from, to, name }) => `${name} ${from.slice(5)} ${to.slice(5)}`)).toEqual([
      '元旦 01-01 01-03',
      '春节 02-05 02-12',
      '清明节 04-03 04-05',
      '劳动节 05-01 05-05',
      '端午节 06-09 06-09',
      '中秋节 09-15 09-15',
      '国庆节 10-01 10-07',
    ]);
    expect(year.workWeekends).toEqual(['2027-01-31', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09']);
    expect(warnings).toEqual([]);
  });

  it.each(nationalYears.map((year) => [year.year, year] as const))(
    'reads %i back from a text in that manner',
    (_, year) => {
      const sorted = { ranges: year.ranges, workWeekends: [...year.workWeekends].sort() };
      expect(parseNotice(noticeOf(year, () => '')).year).toMatchObject(sorted);
      expect(
        parseNotice(noticeOf(year, (date) => `（星期${weekdayName(date).slice(1)}）`)).year,
      ).toMatchObject(sorted);
    },
  );

  it('does not take a recommendation to rest for a day off, nor “起正常上班” for a make-up day', () => {
    const text = notice2027
      .replace('节假日期间', '八、补充：无。节假日期间')
      .replace('共1天。\n  七', '共1天。9月17日（周五）起正常上班。\n  七');
    const { year } = parseNotice(text);
    expect(year.workWeekends).not.toContain('2027-09-17');
    expect(year.ranges.some((range) => range.from === '2027-02-04')).toBe(false);
  });

  it('reads a combined holiday, omitted months, dashes, and 元旦 from the December before', () => {
    const text = notice2027
      .replace('1月1日（周五）至3日（周日）放假，共3天', '12月31日（周四）至1月3日放假，共4天')
      .replace('9月26日（周日）、10月9日（周六）上班', '10月9日、9月26日上班')
      .replace('10月1日（周五）至7日（周四）', '10月1日—7日')
      .replace('1月31日（周日）、2月20日（周六）上班', '2月20日、21日上班');
    const { year, warnings } = parseNotice(text);
    expect(year.ranges[0]).toEqual({ from: '2026-12-31', to: '2027-01-03', name: '元旦' });
    expect(year.workWeekends).toEqual(expect.arrayContaining(['2027-02-20', '2027-02-21']));
    expect(warnings).toEqual(['到 2027-02-21 已连续上班 7 天，请与通知原文核对']);
    const merged = noticeOf(nationalYears[5] ?? parseNotice(notice2027).year, () => '').replace(
      '中秋节、国庆节',
      '国庆、中秋',
    );
    expect(parseNotice(merged).year.ranges.at(-1)?.name).toBe('国庆节、中秋节');
  });

  it('warns of a date without a verb and of an unbalanced year', () => {
    const { warnings } = parseNotice(notice2027.replace('、10月9日（周六）上班', '上班。10月9日另行通知'));
    expect(warnings.join()).toMatch(/2027-10-09 没有写明放假还是上班.*为 14 天，法定节假日应为 13 天/);
  });
});

describe('refusing a notice', () => {
  it.each([
    ['a weekday that is wrong', '9月15日（周三）', '9月15日（周四）', '2027-09-15 是周三，通知写的是周四'],
    ['a total that is wrong', '共8天', '共7天', '春节写明共 7 天，日期却是 8 天'],
    [
      'a statutory day at work',
      '5月1日（周六）至5日（周三）放假调休，共5天',
      '5月2日至5日放假',
      '2027-05-01（劳动节）没有放假',
    ],
    ['a lunar day at work', '6月9日（周三）', '6月10日（周四）', '2027-06-09（端午节）没有放假'],
    ['a make-up day in the week', '5月8日（周六）', '5月7日', '2027-05-07 不是周六或周日'],
    ['a day both off and worked', '5月8日（周六）', '5月2日', '2027-05-02 既放假又上班'],
    ['a date that does not exist', '9月15日（周三）', '9月31日', '“9月31日”不是日期'],
    ['a holiday without dates', '9月15日（周三）放假，共1天', '另行通知', '没有读出中秋节的放假日期'],
    ['a holiday that is missing', '六、中秋节：', '六、', '没有找到中秋节的安排'],
    ['holidays that overlap', '9月15日（周三）放假，共1天', '9月15日至10月1日放假', '重叠'],
  ])('%s', (_, from, to, problem) => {
    expect(notice2027).toContain(from);
    const refusal = problemsOf(() => parseNotice(notice2027.replace(from, to)));
    expect(refusal.code).toBe('NOTICE_CONTRADICTORY');
    expect(refusal.text).toContain(problem);
  });

  it.each([
    ['no year', '元旦：1月1日放假。', '没有找到年份'],
    ['no holidays', '关于2027年部分节假日安排的通知', '没有找到“元旦：…”'],
    ['too long', '元'.repeat(50_001), '内容太长'],
  ])('%s', (_, text, problem) => {
    const refusal = problemsOf(() => parseNotice(text));
    expect(refusal).toEqual({ code: 'NOTICE_UNREADABLE', text: expect.stringContaining(problem) });
  });

  it('any text is read or refused with a reason, never anything else', () => {
    const words = [
      '关于2027年部分节假日',
      '元旦：',
      '春节、',
      '国庆节：',
      '1月',
      '31日',
      '3日',
      '0日',
      '至',
      '放假',
      '上班',
      '。',
      '（',
      '）',
      '周三',
      '共3天',
      '9999年',
      '{',
      '[',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (parts) => {
        expect(problemsOf(() => readCalendarYears(parts.join(''))).code).toMatch(/^(none|NOTICE_\w+)$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('a span of years is refused without counting its days', () => {
    const text = notice2027.replace('10月1日（周五）至7日', '10月1日（周五）至9999年12月31日');
    expect(problemsOf(() => parseNotice(text)).text).toContain('国庆节 2027-10-01 至 9999-12-31 长达');
  });

  it('a notice of another year than the one chosen', () => {
    expect(problemsOf(() => parseNotice(notice2027, 2028)).text).toContain('通知是 2027 年的');
  });
});

describe('reading a JSON file', () => {
  const { year } = parseNotice(notice2027);

  it('takes one year, a list, or an object by year', () => {
    const { year: number, ...body } = year;
    for (const form of [year, [year], { [number]: body }]) {
      expect(readCalendarYears(JSON.stringify(form)).map((each) => each.year)).toEqual([year]);
    }
    expect(readCalendarYears(notice2027)[0]?.year).toEqual(year);
  });

  it('refuses an empty year: without a notice a year is unknown, not empty', () => {
    expect(problemsOf(() => parseCalendarJson('{}')).code).toBe('NOTICE_UNREADABLE');
    const empty = JSON.stringify({ ...year, ranges: [], workWeekends: [] });
    expect(problemsOf(() => parseCalendarJson(empty)).text).toContain('至少有一个节日');
  });

  it.each([
    ['broken JSON', '{"2027":', '不是有效的 JSON'],
    [
      'a list of off days that the ranges do not cover',
      JSON.stringify({ ...year, off: ['2027-03-03'] }),
      '2027-03-03 不在',
    ],
    ['a date that is none', JSON.stringify({ ...year, workWeekends: ['2027-02-31'] }), '确有这一天'],
    ['a statutory day missing', JSON.stringify({ ...year, ranges: year.ranges.slice(1) }), '元旦'],
  ])('refuses %s', (_, text, problem) => {
    expect(problemsOf(() => parseCalendarJson(text)).text).toContain(problem);
  });
});
