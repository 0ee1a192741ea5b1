/** Letters that are compared: NFKC (full width becomes half width), lower case, without spaces. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The words of a query, normalised; several words must all be found. At most five; mere signs are none. */
export function termsOf(query: string): string[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/);
  const terms = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return [...new Set(terms)].slice(0, 5);
}

const letters = /[\p{L}\p{N}]+/gu;

/**
 * The distinct pairs of neighbouring letters or digits of a text, Chinese and Latin alike, so that any
 * substring of two letters or more is found. A pair never spans punctuation.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const [run] of normalise(text).matchAll(letters)) {
    const signs = [...run];
    for (let at = 1; at < signs.length; at += 1) grams.add(`${signs[at - 1]}${signs[at]}`);
  }
  return [...grams];
}

/** A piece of `text` around the first of `terms`, at most `length` letters, cut marks as “…”. */
export function excerptOf(text: string, terms: readonly string[], length = 80): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  if (signs.length <= length) return signs.join('');
  const norms = signs.map((sign) => normalise(sign));
  const flat = norms.join('');
  const found = terms.map((term) => flat.indexOf(term)).filter((at) => at >= 0);
  const start = found.length > 0 ? signAt(norms, Math.min(...found)) : 0;
  const from = Math.max(0, Math.min(start - Math.floor(length / 4), signs.length - length));
  const to = from + length;
  return `${from > 0 ? '…' : ''}${signs.slice(from, to).join('')}${to < signs.length ? '…' : ''}`;
}

/** Which sign holds the `offset`-th letter of the normalised text. */
function signAt(norms: readonly string[], offset: number): number {
  let passed = 0;
  const at = norms.findIndex((norm) => (passed += norm.length) > offset);
  return at < 0 ? 0 : at;
}
