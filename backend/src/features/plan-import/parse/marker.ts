import { chineseNumber } from './chinese-number';

/** Printed numbers by form: 一、 · （一） · 1. · （1） · ① */
export type MarkerKind = 'chinese' | 'bracketChinese' | 'arabic' | 'bracketArabic' | 'circled';

export interface Marker {
  kind: MarkerKind;
  /** As printed, without the dot behind it. */
  number: string;
  value: number;
  /** Letters of the line that the marker takes, its dot and blanks included. */
  length: number;
}

const numeral = '[一二三四五六七八九十百]{1,5}';
/** （一） and （二） as character readers misread them: (-) and (=). */
const misread: Record<string, string> = {
  '-': '一',
  '—': '一',
  '―': '一',
  '－': '一',
  '=': '二',
  '＝': '二',
  '≡': '三',
  '☰': '三',
};
const misreadForm = /^[（(]\s*([-—―－=＝≡☰])\s*[）)]\s*(?=[\u3400-\u9fff])/;

const forms: { kind: MarkerKind; pattern: RegExp }[] = [
  { kind: 'bracketChinese', pattern: new RegExp(`^([（(]\\s*(${numeral})\\s*[）)])\\s*[、.．]?\\s*`) },
  { kind: 'bracketChinese', pattern: new RegExp(`^((${numeral})\\s*[）)])\\s*`) },
  { kind: 'bracketChinese', pattern: /^([㈠-㈩])\s*[、.．]?\s*/ },
  {
    kind: 'chinese',
    pattern: new RegExp(`^(第?(${numeral}))\\s*(?:[、．.，,]{1,2}|\\s{1,4}(?=[\\u3400-\\u9fff]{4}))\\s*`),
  },
  { kind: 'chinese', pattern: new RegExp(`^(第${numeral}(?:部分|章|篇))[、.．:：\\s]*`) },
  { kind: 'bracketArabic', pattern: /^([（(]\s*(\d{1,2})\s*[）)])\s*[、.．]?\s*/ },
  { kind: 'bracketArabic', pattern: /^([⑴-⒇])\s*/ },
  { kind: 'bracketArabic', pattern: /^((\d{1,2})\s*[）)])\s*/ },
  {
    kind: 'arabic',
    pattern: /^((\d{1,3}))\s*(?:[.．、](?!\d)|[.．、](?=(?:19|20)\d{2}\s*年)|[,，](?=[\u3400-\u9fff]))\s*/,
  },
  { kind: 'arabic', pattern: /^([⒈-⒛])\s*/ },
  { kind: 'circled', pattern: /^([①-⑳])\s*[、.．]?\s*/ },
];

/** The marker at the start of a line, or null: `（十二）加强…` → bracketChinese 12. */
export function markerOf(line: string): Marker | null {
  const wrong = misreadForm.exec(line);
  if (wrong !== null) {
    const letter = misread[wrong[1]];
    return {
      kind: 'bracketChinese',
      number: `（${letter}）`,
      value: chineseNumber(letter) ?? 1,
      length: wrong[0].length,
    };
  }
  for (const { kind, pattern } of forms) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const value = valueOf(match[1], match[2]);
    if (value === null || value === 0) continue;
    return { kind, number: match[1].replace(/\s+/g, ''), value, length: match[0].length };
  }
  return null;
}

function valueOf(printed: string, inner: string | undefined): number | null {
  const body = (inner ?? printed).replace(/\s+/g, '');
  if (/^\d+$/.test(body)) return Number(body);
  const code = body.charCodeAt(0);
  for (const first of [0x2460, 0x2474, 0x2488, 0x3220])
    if (body.length === 1 && code >= first && code < first + 20) return code - first + 1;
  return chineseNumber(body.replace(/^第|部分$|章$|篇$/g, ''));
}
