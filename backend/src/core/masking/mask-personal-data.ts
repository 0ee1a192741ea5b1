import {
  ACCOUNT,
  CALLED_NUMBER,
  CARD,
  EMAIL,
  HIDDEN,
  HOUSE,
  HOUSE_IN_DASHES,
  IDENTITY,
  isCardLike,
  isIdentityLike,
  isPublicNumber,
  LANDLINE,
  MOBILE,
  MOBILE_IN_HAN,
  NAME_AFTER_CUE,
  NAME_WITH_TITLE,
  NAMED_ACCOUNT,
  NAMED_IDENTITY,
  NO_PERSON,
  PLATE,
  STREET,
} from './mask-rules';

/**
 * Takes personal data out of a text before the public sees it (个人信息保护法 第二十五条: not made public without
 * separate consent). Pure. What is hidden is replaced by a word that says what was there, so that the sentence
 * still reads, also aloud. `mask-table.spec.ts` holds what must go and what must stay.
 */

export interface MaskOptions {
  /** Names to hide wherever they stand, such as the contact name of the message. */
  readonly names?: readonly string[];
  /**
   * An official text names offices and those who speak for them: landlines, addresses and 某某同志 stay,
   * everything personal goes.
   */
  readonly official?: boolean;
}

/** A text as the public may read it. */
export function maskPersonalData(text: string, options: MaskOptions = {}): string {
  let masked = text;
  for (const name of options.names ?? []) {
    if (name.length >= 2 && !NO_PERSON.test(name)) masked = masked.split(name).join(maskedName(name));
  }
  masked = longNumbers(masked)
    .replace(MOBILE, HIDDEN.phone)
    .replace(MOBILE_IN_HAN, HIDDEN.phone)
    .replace(PLATE, HIDDEN.plate)
    .replace(EMAIL, HIDDEN.contact)
    .replace(ACCOUNT, `$1${HIDDEN.contact}`)
    .replace(NAME_AFTER_CUE, '$1$2*');
  if (options.official === true) return masked;
  return masked
    .replace(NAME_WITH_TITLE, '$1*')
    .replace(LANDLINE, HIDDEN.phone)
    .replace(CALLED_NUMBER, `$1${HIDDEN.phone}`)
    .replace(HOUSE, HIDDEN.address)
    .replace(HOUSE_IN_DASHES, HIDDEN.address)
    .replace(STREET, HIDDEN.address);
}

/** Papers and accounts first: a telephone number may stand inside of one. */
function longNumbers(text: string): string {
  const unlessPublic =
    (is: (typed: string) => boolean, hidden: string) =>
    (typed: string, at: number, whole: string): string =>
      is(typed) && !isPublicNumber(whole.slice(0, at)) ? hidden : typed;
  return text
    .replace(NAMED_IDENTITY, `$1${HIDDEN.identity}`)
    .replace(NAMED_ACCOUNT, `$1${HIDDEN.card}`)
    .replace(IDENTITY, unlessPublic(isIdentityLike, HIDDEN.identity))
    .replace(CARD, unlessPublic(isCardLike, HIDDEN.card));
}

/** 王*: always the first character and one star, because the length of a name says something too. */
export function maskedName(name: string | null): string {
  const first = [...(name ?? '').trim()][0];
  return first === undefined ? '网友' : `${first}*`;
}

/** Full-width digits, letters and spaces as half-width ones; everything else stays. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/　/g, ' ');
}
