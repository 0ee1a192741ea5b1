/** A consonant that begins a syllable of pinyin; the second letter of zh, ch, sh, n and g inside one do not. */
const SYLLABLE = /(?:zh|ch|sh|[bpmfdtlkhjqxrzcsyw]|n(?=[aeiouv])|g(?=[aeiou]))(?=[aeiouv])/g;

/** The initials of a region's code in pinyin: `yunxi` → `YX`, `binjiang` → `BJ`. */
export function numberPrefix(regionCode: string): string {
  const initials = [...regionCode.matchAll(SYLLABLE)].map((match) => match[0][0] ?? '').join('');
  const prefix = initials.length >= 2 ? initials : regionCode.replace(/[^a-z]/g, '').slice(0, 2);
  return prefix.slice(0, 4).toUpperCase();
}

/**
 * The receipt number of a message: `YX20261120-0031`.
 * @param day `YYYY-MM-DD` of receipt in China
 * @param sequence the message's place among those of the region and day, from 1
 */
export const receiptNumber = (regionCode: string, day: string, sequence: number): string =>
  `${numberPrefix(regionCode)}${day.replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
