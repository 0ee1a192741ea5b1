import { isChinaDate, type WorkingSeason } from '@sunledger/shared-types';

/** Working hours as a clerk writes them: “05-01 起 08:30-12:00、15:00-18:00”, one season a line. Pure. */

export const hoursAsText = (seasons: readonly WorkingSeason[]): string =>
  seasons
    .map(
      ({ from, sessions }) => `${from} 起 ${sessions.map(({ start, end }) => `${start}-${end}`).join('、')}`,
    )
    .join('\n');

const SESSION = /(\d{1,2}):(\d{2})\s*[-~—–至到]+\s*(\d{1,2}):(\d{2})/gu;
const DAY = /^\s*(\d{1,2})(?:月|[-./])(\d{1,2})日?/u;

/** The seasons of a text, or null when a line is not one. */
export function hoursOf(text: string): WorkingSeason[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const seasons = lines.map(seasonOf);
  if (seasons.length === 0 || seasons.some((season) => season === null)) return null;
  const found = seasons.flatMap((season) => season ?? []);
  return new Set(found.map((season) => season.from)).size === found.length ? found : null;
}

function seasonOf(line: string): WorkingSeason | null {
  const plain = line.replace(/：/g, ':');
  const [whole = '', month = '', day = ''] = DAY.exec(plain) ?? [];
  const from = `${two(month)}-${two(day)}`;
  const sessions = [...plain.slice(whole.length).matchAll(SESSION)].map(
    ([, a = '', b = '', c = '', d = '']) => ({
      start: `${two(a)}:${b}`,
      end: `${two(c)}:${d}`,
    }),
  );
  const rest = plain
    .slice(whole.length)
    .replace(SESSION, '')
    .replace(/[起、，,；;\s]/gu, '');
  const timed = sessions.every(({ start, end }) => isTime(start) && isTime(end) && start < end);
  return isChinaDate(`2028-${from}`) && sessions.length > 0 && timed && rest === ''
    ? { from, sessions }
    : null;
}

const two = (digits: string): string => digits.padStart(2, '0');
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What is wrong with the hours, or undefined. */
export const hoursProblem = (text: string): string | undefined =>
  hoursOf(text) === null ? '每行一季，如：05-01 起 08:30-12:00、15:00-18:00' : undefined;
