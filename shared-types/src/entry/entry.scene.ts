/**
 * What a mini-program code on a notice or a screen leads to: writing to a region, or one message (to rate its reply).
 * Counters have codes of their own, see `CounterKey`.
 */
export const entryPlaces = ['write', 'message'] as const;
export interface Entry {
  to: (typeof entryPlaces)[number];
  id: number;
}

const letters: Record<Entry['to'], string> = { write: 'w', message: 'm' };

/** The `scene` of the code: at most 32 of the characters that WeChat allows there (getwxacodeunlimit). */
export const sceneOf = ({ to, id }: Entry): string => letters[to] + String(id);

/** The page that these codes open. */
export const ENTRY_PAGE = 'citizen/scan/index';

/** What a scene says; null when it is none of these (the code of a PC's sign-in, a stranger's text). */
export function entryOf(scene: string): Entry | null {
  const [, letter, digits] = /^([a-z])([1-9]\d{0,14})$/.exec(scene) ?? [];
  const to = entryPlaces.find((place) => letters[place] === letter);
  return to && digits ? { to, id: Number(digits) } : null;
}

/** A PC's sign-in shows 24 hexadecimal digits, see `sessionEndpoints.openScan`. */
export const isScanCode = (scene: string): boolean => /^[0-9a-f]{24}$/.test(scene);
