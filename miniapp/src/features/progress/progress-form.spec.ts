import type { ProgressEntry } from '@sunledger/shared-types';
import {
  dateInAddress,
  hasErrors,
  isProgressForm,
  progressErrorsOf,
  progressInputOf,
  reuse,
  startingProgress,
  stepPercent,
  withAddress,
  withAsksClose,
  type ProgressForm,
} from './progress-form';

const entry = (part: Partial<ProgressEntry>): ProgressEntry => ({
  id: 1,
  taskId: 3,
  unitName: '县人社局',
  text: '问答库上线 312 条。',
  percent: 75,
  links: [{ title: '清单', url: 'https://example.gov.cn/a' }],
  attachments: [],
  status: 'approved',
  asksClose: false,
  submittedAt: '2026-09-18T10:00:00+08:00',
  decidedAt: null,
  note: null,
  ...part,
});
const form: ProgressForm = {
  text: '问答库上线 312 条。',
  percent: 75,
  links: [],
  files: [],
  asksClose: false,
  unitId: 0,
};

describe('a report in writing', () => {
  it('starts from what the task has reached', () => {
    expect(startingProgress({ percent: 75, progress: [entry({})] })).toMatchObject({ text: '', percent: 75 });
  });

  it('starts from the words that were sent back', () => {
    const back = entry({ id: 2, status: 'sentBack', percent: 90, submittedAt: '2026-09-20T10:00:00+08:00' });
    const start = startingProgress({ percent: 75, progress: [back, entry({})] });
    expect(start).toMatchObject({ text: '问答库上线 312 条。', percent: 90 });
    expect(start.links).toHaveLength(1);
  });

  it('takes the files of one’s own unit over, not those of another', () => {
    const file = {
      id: 9,
      name: '公示栏.jpg',
      kind: 'image' as const,
      bytes: 1,
      width: 1,
      height: 1,
      state: 'ready' as const,
      url: '/a',
      thumbnailUrl: '/b',
    };
    const back = entry({ status: 'sentBack', attachments: [file] });
    const own = startingProgress({ percent: 0, progress: [back] }, ['县人社局']);
    expect(progressInputOf(own, 3).attachments).toEqual([9]);
    expect(startingProgress({ percent: 0, progress: [back] }, ['县教育局']).files).toEqual([]);
    expect(isProgressForm({ ...form, files: [{ id: 'x' }] })).toBe(false);
  });

  it('steps by five and stays between 0 and 100', () => {
    expect(stepPercent(75, 1)).toBe(80);
    expect(stepPercent(77, 1)).toBe(80);
    expect(stepPercent(77, -1)).toBe(75);
    expect(stepPercent(100, 1)).toBe(100);
    expect(stepPercent(0, -1)).toBe(0);
  });

  it('is complete when it asks for the close-out', () => {
    expect(withAsksClose(form, true)).toEqual({ asksClose: true, percent: 100 });
    expect(withAsksClose(form, false)).toEqual({ asksClose: false });
    expect(progressErrorsOf({ ...form, asksClose: true }).percent).toContain('100%');
  });

  it('leaves empty link rows out and names nameless ones', () => {
    const links = [
      { title: '', url: '' },
      { title: ' ', url: ' https://example.gov.cn/b ' },
    ];
    expect(hasErrors(progressErrorsOf({ ...form, links }))).toBe(false);
    expect(progressInputOf({ ...form, links }, 3).links).toEqual([
      { title: '公开链接', url: 'https://example.gov.cn/b', datedOn: null },
    ]);
    expect(
      progressErrorsOf({ ...form, links: [{ title: '清单', url: 'www.example.cn' }] }).links[0],
    ).toContain('http');
  });

  it('names the unit only where one was chosen', () => {
    expect(progressInputOf(form, 3)).not.toHaveProperty('unit');
    expect(progressInputOf({ ...form, unitId: 8 }, 3).unit).toBe(8);
  });

  it('asks for words', () => {
    expect(progressErrorsOf({ ...form, text: '' }).text).toBeDefined();
    expect(progressErrorsOf({ ...form, text: '好的' }).text).toContain('至少 5 个字');
    expect(isProgressForm(form)).toBe(true);
    expect(isProgressForm({ ...form, links: [1] })).toBe(false);
  });
});

describe('the day of a public page', () => {
  const today = '2026-11-20';

  it.each([
    ['https://www.a.gov.cn/art/2026/5/11/art_1217834_43244903.html', '2026-05-11'],
    ['https://www.a.gov.cn/zwgk/202605/t20260511_123.html', '2026-05-11'],
    ['http://a.gov.cn/2026-05-11/notice.html?x=2025-01-01', '2026-05-11'],
    ['https://a.gov.cn/20260511/', '2026-05-11'],
    ['https://a.gov.cn/art/2026/12/11/art_1.html', null],
    ['https://a.gov.cn/art/2026/2/30/art_1.html', null],
    ['https://a.gov.cn/art_1217834_20436725811.html', null],
    ['https://20260511.gov.cn/list.html', null],
    ['', null],
  ])('%s', (url, date) => {
    expect(dateInAddress(url, today)).toBe(date);
  });

  it('follows the address until somebody writes another', () => {
    const link = withAddress({ title: '', url: '' }, 'https://a.gov.cn/art/2026/5/11/a.html', today);
    expect(link.datedOn).toBe('2026-05-11');
    expect(withAddress(link, 'https://a.gov.cn/art/2026/6/1/a.html', today).datedOn).toBe('2026-06-01');
    expect(withAddress(link, 'https://a.gov.cn/a.html', today).datedOn).toBeNull();
    const written = { ...link, datedOn: '2026-05-12' };
    expect(withAddress(written, 'https://a.gov.cn/art/2026/6/1/a.html', today).datedOn).toBe('2026-05-12');
  });

  it('goes with the report, and stays with a report that is written on', () => {
    const links = [{ title: '清单', url: 'https://a.gov.cn/a', datedOn: '2026-05-12' }];
    expect(progressInputOf({ ...form, links }, 3).links).toEqual(links);
    expect(progressInputOf({ ...form, links: [{ title: '', url: 'https://a.gov.cn/b' }] }, 3).links).toEqual([
      { title: '公开链接', url: 'https://a.gov.cn/b', datedOn: null },
    ]);
    expect(reuse(entry({ links })).links).toEqual(links);
  });
});
