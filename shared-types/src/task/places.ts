/** How many parts one task may have. */
export const MOST_PARTS = 500;

/**
 * The names of villages in a pasted list: one per line, or separated by 、，,；; or tabs; numbers before a
 * name (1. （二） ③) and repeated names are dropped, the order stays. Pure.
 */
export function placesOf(list: string): string[] {
  const names = list
    .split(/[\n\r\t、，,；;]+/)
    .map((name) =>
      name
        .replace(/^\s*(?:[（(]?[0-9０-９一二三四五六七八九十百]+[）)]|[0-9０-９]+\s*[.．:：]|[①-⑳])\s*/, '')
        .replace(/\s+/g, '')
        .replace(/[。.]+$/, ''),
    )
    .filter((name) => name !== '' && !/^[0-9０-９]+$/.test(name));
  return [...new Set(names)];
}
