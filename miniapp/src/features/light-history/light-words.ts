import {
  lights,
  lightWords,
  updateBands,
  updateBandWords,
  type Light,
  type LightCounts,
  type LightSettings,
  type UpdateBand,
} from '@sunledger/shared-types';

/** The numbers behind the lights in words, and the form in which the office changes them. Pure. */

/** In the order in which they are judged. */
export const judgedOrder: readonly Light[] = [
  'done',
  'doneLate',
  'overdue',
  'dueSoon',
  'notStarted',
  'stale',
  'onTrack',
];

/** How each light is judged, as one tells it to anybody. */
export function ruleWords(settings: LightSettings): Record<Light, string> {
  const { dueSoonWorkingDays, staleDays, continuousStaleDays } = settings;
  return {
    done: '已核验销号，完成日期没有超过时限。',
    doneLate: '已核验销号，完成日期晚于时限。以后一直这样显示。',
    overdue: '过了完成时限，还没有销号。',
    dueSoon: `离完成时限不超过 ${dueSoonWorkingDays} 个工作日。`,
    notStarted: '还没有公开过进展。',
    stale: `最近一次公开进展已超过 ${staleDays} 天；全年持续的任务超过 ${continuousStaleDays} 天。`,
    onTrack: '有公开进展，不属于以上各种情况。',
  };
}

/** The bands of the last public progress with the region’s own numbers. */
export function bandWords({ staleDays, continuousStaleDays }: LightSettings) {
  const half = (days: number): number => Math.ceil(days / 2);
  const days = (plain: number, continuous: number): string =>
    `${plain} 天${plain === continuous ? '' : `（全年任务 ${continuous} 天）`}`;
  const texts: Record<UpdateBand, string> = {
    recent: `${days(half(staleDays), half(continuousStaleDays))}内公开过进展。`,
    ageing: `还在 ${days(staleDays, continuousStaleDays)}的更新期限内。`,
    late: `超过更新期限，没有超过 ${days(2 * staleDays, 2 * continuousStaleDays)}。`,
    silent: `超过 ${days(2 * staleDays, 2 * continuousStaleDays)}没有公开进展。`,
    never: '列入台账以来没有公开过进展。',
  };
  return updateBands.map((band) => ({ band, ...updateBandWords[band], text: texts[band] }));
}

export type LightForm = Record<keyof LightSettings, string>;

export const lightFields: readonly { key: keyof LightSettings; label: string; most: number }[] = [
  { key: 'dueSoonWorkingDays', label: '临期：离时限不超过几个工作日', most: 60 },
  { key: 'staleDays', label: '久未更新：多少天没有新进展', most: 366 },
  { key: 'continuousStaleDays', label: '全年任务久未更新：多少天没有新进展', most: 366 },
];

export const lightFormOf = (settings: LightSettings): LightForm => ({
  dueSoonWorkingDays: String(settings.dueSoonWorkingDays),
  staleDays: String(settings.staleDays),
  continuousStaleDays: String(settings.continuousStaleDays),
});

/** What is wrong with one number; undefined when nothing is. */
export function numberProblem(text: string, most: number): string | undefined {
  const wanted = `请填写 1 到 ${most} 的整数。`;
  if (!/^\d{1,3}$/.test(text.trim())) return wanted;
  const number = Number(text.trim());
  return number >= 1 && number <= most ? undefined : wanted;
}

/** The numbers of the form; null while one of them is none. */
export function settingsToSend(form: LightForm): LightSettings | null {
  if (lightFields.some(({ key, most }) => numberProblem(form[key], most))) return null;
  return {
    dueSoonWorkingDays: Number(form.dueSoonWorkingDays.trim()),
    staleDays: Number(form.staleDays.trim()),
    continuousStaleDays: Number(form.continuousStaleDays.trim()),
  };
}

export const sameSettings = (a: LightSettings, b: LightSettings): boolean =>
  lightFields.every(({ key }) => a[key] === b[key]);

/** “临期 3 → 5”, the lights whose number would change. */
export function movedLights(now: LightCounts, then: LightCounts): string[] {
  return lights
    .filter((light) => now[light] !== then[light])
    .map((light) => `${lightWords[light].word} ${now[light]} → ${then[light]}`);
}

/** “临期 10 → 20 个工作日；久未更新 60 → 45 天”. */
export function changeWords(was: LightSettings, became: LightSettings): string {
  const words: Record<keyof LightSettings, [string, string]> = {
    dueSoonWorkingDays: ['临期', '个工作日'],
    staleDays: ['久未更新', '天'],
    continuousStaleDays: ['全年任务久未更新', '天'],
  };
  return lightFields
    .filter(({ key }) => was[key] !== became[key])
    .map(({ key }) => `${words[key][0]} ${was[key]} → ${became[key]} ${words[key][1]}`)
    .join('；');
}

/** “2026年3月”. */
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
