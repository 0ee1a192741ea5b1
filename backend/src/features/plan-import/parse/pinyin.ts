const toned = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const syllable = new RegExp(`[(（]([a-zɡɑü${toned}]{1,7})[)）]`, 'y');
const tonedSyllable = new RegExp(`[\\u3400-\\u9fff][(（][a-zɡɑü]{0,5}[${toned}][a-zɡɑü]{0,5}[)）]`, 'g');
const hanLetter = /[\u3400-\u9fff\uf900-\ufaff]/;

/** Copied web pages of some makers carry pinyin after many letters, 開(kāi); three toned ones show that a paper is of that kind. */
export function pinyinIsUsed(source: string): boolean {
  tonedSyllable.lastIndex = 0;
  let found = 0;
  while (found < 3 && tonedSyllable.exec(source) !== null) found++;
  return found === 3;
}

/** Length of the pinyin bracket that starts at `offset` after a Chinese letter, else 0. */
export function pinyinAt(source: string, offset: number): number {
  if (offset === 0 || !hanLetter.test(source[offset - 1])) return 0;
  syllable.lastIndex = offset;
  return syllable.exec(source)?.[0].length ?? 0;
}
