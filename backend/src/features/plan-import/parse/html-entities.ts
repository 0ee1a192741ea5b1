const named: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
  permil: '‰',
  yen: '¥',
  sect: '§',
  copy: '©',
  reg: '®',
  divide: '÷',
};

/** `&ldquo;` → “, `&#8220;` → “; null for a name that no page of ours uses, which then stays as it is. */
export function decodeEntity(entity: string): string | null {
  const body = entity.slice(1, -1);
  if (!body.startsWith('#')) return named[body.toLowerCase()] ?? null;
  const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code < 0xffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCharCode(code)
    : null;
}
