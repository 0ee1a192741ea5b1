/** The short names that somebody typed: one per line, or with the signs that papers use between units. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n、，,；;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
