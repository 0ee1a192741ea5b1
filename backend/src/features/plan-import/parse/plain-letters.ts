/** Radicals that PDF fonts put in the place of letters and that NFKC leaves alone. */
const radicals: Record<string, string> = {
  '⺠': '民',
  '⻓': '长',
  '⻔': '门',
  '⻅': '见',
  '⻋': '车',
  '⻛': '风',
  '⻚': '页',
  '⻉': '贝',
  '⻢': '马',
  '⻜': '飞',
  '⻬': '齐',
  '⻰': '龙',
  '⻘': '青',
  '⻄': '西',
  '⻆': '角',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻮': '齿',
  '⻁': '虎',
  '⻝': '食',
  '⻣': '骨',
  '⻤': '鬼',
  '⻑': '长',
  '⺟': '母',
  '⻳': '龟',
  '⻨': '麦',
  '⻙': '韦',
};

/** Full-width digits and letters, compatibility ideographs and radicals → the plain letter of the same length. */
export function plainLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  const wideLetterOrDigit =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  const compatibility = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);
  if (!wideLetterOrDigit && !compatibility) return letter;
  const plain = radicals[letter] ?? letter.normalize('NFKC');
  return plain.length === 1 ? plain : letter;
}
