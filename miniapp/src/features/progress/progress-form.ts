import {
  isChinaDate,
  type Attachment,
  type CallOf,
  type ProgressEntry,
  type taskEndpoints,
} from '@sunledger/shared-types';

export interface LinkForm {
  title: string;
  url: string;
  /** The day that the page itself bears; drafts of an older version have none. */
  datedOn?: string | null | undefined;
}

/** What is kept of a report while it is being written. */
export interface ProgressForm {
  text: string;
  percent: number;
  links: LinkForm[];
  /** Sent already; the addresses in them end after some minutes. */
  files: Attachment[];
  asksClose: boolean;
  /** The unit that reports; 0 lets the server take the person's own. */
  unitId: number;
}

export const progressLimits = { min: 5, max: 2000, links: 10, title: 60 } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isLink = (value: unknown): value is LinkForm =>
  isRecord(value) && typeof value.title === 'string' && typeof value.url === 'string';

const isFile = (value: unknown): value is Attachment =>
  isRecord(value) && typeof value.id === 'number' && typeof value.name === 'string';

/** Whether what was stored is a form of this version. */
export const isProgressForm = (value: unknown): value is ProgressForm =>
  isRecord(value) &&
  typeof value.text === 'string' &&
  typeof value.percent === 'number' &&
  Array.isArray(value.links) &&
  value.links.every(isLink) &&
  Array.isArray(value.files) &&
  value.files.every(isFile) &&
  typeof value.asksClose === 'boolean' &&
  typeof value.unitId === 'number';

const newestFirst = (entries: readonly ProgressEntry[]): ProgressEntry[] =>
  [...entries].sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));

/** The last report, and whether it came back. */
export const lastReport = (entries: readonly ProgressEntry[]): ProgressEntry | null =>
  newestFirst(entries)[0] ?? null;

/**
 * What the form starts with: a report that was sent back, whole; otherwise only the progress reached so
 * far, so that nobody has to look it up.
 */
export function startingProgress(
  task: { percent: number; progress: readonly ProgressEntry[] },
  ownUnits: readonly string[] = [],
): ProgressForm {
  const last = lastReport(task.progress);
  if (last?.status === 'sentBack') return reuse(last, ownUnits);
  return { text: '', percent: task.percent, links: [], files: [], asksClose: false, unitId: 0 };
}

/**
 * The words, links, files and percent of an earlier report as a start for the next. Files go over within a
 * unit only: another one's may not be passed off as one's own.
 */
export const reuse = (entry: ProgressEntry, ownUnits: readonly string[] = []): ProgressForm => ({
  text: entry.text,
  percent: entry.percent,
  links: entry.links.map((link) => ({ ...link })),
  files: ownUnits.includes(entry.unitName)
    ? entry.attachments.filter((file) => file.state !== 'refused')
    : [],
  asksClose: entry.asksClose,
  unitId: 0,
});

/**
 * The day that stands in the address of a page, as government sites write it: `/art/2026/5/11/…`,
 * `/202605/t20260511_123.html`, `/2026-05-11/…`. Null when there is none, or one that has not come yet.
 */
export function dateInAddress(url: string, today: string): string | null {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const found =
    /(?:^|[/_t-])(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /(?:^|[/_t-])(20\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path);
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isChinaDate(date) && date <= today ? date : null;
}

/** Another address: a day that was read from the old one gives way to that of the new one, a written one stays. */
export function withAddress(link: LinkForm, url: string, today: string): LinkForm {
  const written = link.datedOn && link.datedOn !== dateInAddress(link.url, today);
  return { ...link, url, datedOn: written ? link.datedOn : dateInAddress(url, today) };
}

/** Steps of five, within 0 and 100; from a number between two steps to the nearest one on the way. */
export function stepPercent(percent: number, by: 1 | -1): number {
  const step = by > 0 ? Math.floor(percent / 5) * 5 + 5 : Math.ceil(percent / 5) * 5 - 5;
  return Math.min(100, Math.max(0, step));
}

/** Asking for the close-out means that everything is done. */
export const withAsksClose = (form: ProgressForm, asksClose: boolean): Partial<ProgressForm> =>
  asksClose ? { asksClose, percent: 100 } : { asksClose };

export interface ProgressErrors {
  text?: string;
  percent?: string;
  /** By the place of the link. */
  links: Record<number, string>;
}

const isEmpty = (link: LinkForm): boolean => link.title.trim() === '' && link.url.trim() === '';

/** What has to be mended before the report goes to review. */
export function progressErrorsOf(form: ProgressForm): ProgressErrors {
  const errors: ProgressErrors = { links: {} };
  const length = form.text.trim().length;
  if (length === 0) errors.text = '请写做了什么、公开在哪里。';
  else if (length < progressLimits.min) errors.text = `进展至少 ${progressLimits.min} 个字。`;
  if (form.asksClose && form.percent < 100) errors.percent = '申请销号时进度应为 100%。';
  form.links.forEach((link, at) => {
    if (isEmpty(link)) return;
    if (!/^https?:\/\/\S{3,500}$/.test(link.url.trim()))
      errors.links[at] = '链接应以 http:// 或 https:// 开头。';
  });
  return errors;
}

export const hasErrors = (errors: ProgressErrors): boolean =>
  errors.text !== undefined || errors.percent !== undefined || Object.keys(errors.links).length > 0;

/** The call that sends the report. Empty rows are left out; a link without a name is called 公开链接. */
export function progressInputOf(form: ProgressForm, id: number): CallOf<typeof taskEndpoints.report> {
  return {
    id,
    text: form.text.trim(),
    percent: form.percent,
    links: form.links
      .filter((link) => !isEmpty(link))
      .map((link) => ({
        title: link.title.trim() || '公开链接',
        url: link.url.trim(),
        datedOn: link.datedOn || null,
      })),
    attachments: form.files.map((file) => file.id),
    asksClose: form.asksClose,
    ...(form.unitId > 0 ? { unit: form.unitId } : {}),
  };
}
