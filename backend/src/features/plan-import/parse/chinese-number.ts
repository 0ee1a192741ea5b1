const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  O: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  元: 1,
};

/** 一 … 九十九, 廿一, 一百零三 → number; null when it is no Chinese numeral. */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let current = 0;
  for (const letter of text) {
    if (letter === '十' || letter === '廿' || letter === '卅') {
      const tens = letter === '廿' ? 2 : letter === '卅' ? 3 : current === 0 ? 1 : current;
      total += tens * 10;
      current = 0;
    } else if (letter === '百') {
      total += (current === 0 ? 1 : current) * 100;
      current = 0;
    } else {
      const digit = digits[letter];
      if (digit === undefined) return null;
      current = current * 10 + digit;
    }
  }
  return total + current;
}

/** Reads 12, 十二 or 二〇二六. */
export function anyNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text);
}
