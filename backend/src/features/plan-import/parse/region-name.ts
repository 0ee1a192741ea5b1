const notPlaces = /^(?:全|各|本|我|该|相关|有关)/;

/** 杭州市拱墅区人民政府办公室 → 拱墅区; the last level before the name of the body, null where none is named. */
export function regionOf(...texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const bare = (text ?? '')
      .replace(/\s+/g, '')
      .replace(/^(?:19|20)\d{2}年度?/, '')
      .replace(/(?:人民政府|政府|党政|政务|20\d{2}年|关于).*$/, '');
    const brackets = /[（(]([\u3400-\u9fff]{2,8}(?:县|区|市|旗))[）)]/.exec(bare);
    if (brackets !== null) return brackets[1];
    const names =
      bare.match(
        /[\u3400-\u9fff]{1,11}?(?:自治县|自治旗|自治州|开发区|高新区|新区|林区|特区|县|区|市|旗|镇|乡|街道)/g,
      ) ?? [];
    const last = names.at(-1);
    if (last !== undefined && last.length >= 2 && !notPlaces.test(last)) return last;
  }
  return null;
}
