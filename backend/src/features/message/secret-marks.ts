import { toHalfWidth } from '../../core/masking/mask-personal-data';

/** GB 11643-1999: weights of the first 17 digits and the check character by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/**
 * True when a text holds a resident identity number: 18 characters whose check character is right,
 * also in full-width digits or with spaces and dashes between them. No message needs one (产品原则六), so such a
 * text is refused rather than stored.
 */
export function holdsIdentityNumber(text: string): boolean {
  const plain = toHalfWidth(text);
  const candidates = plain.matchAll(/(?<!\d)(?=((?:\d[ \-_.·]{0,2}){17}[\dXx]))/g);
  return [...candidates].some((match) => isIdentityNumber((match[1] ?? '').replace(/[ \-_.·]/g, '')));
}

export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false;
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_CHARACTERS[sum % 11] === number[17]?.toUpperCase();
}
