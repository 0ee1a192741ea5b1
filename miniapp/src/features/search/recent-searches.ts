import { useState } from 'react';
import { readStored, removeStored, writeStored } from '../../platform';

const key = 'searches';
const most = 8;

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** The list with a word at its front: each word once, the oldest dropped. */
export function withSearch(words: readonly string[], word: string): string[] {
  const clean = word.trim();
  return clean === '' ? [...words] : [clean, ...words.filter((known) => known !== clean)].slice(0, most);
}

/** What was searched for on this device, newest first. It never leaves the device. */
export function useRecentSearches() {
  const [words, setWords] = useState<string[]>(() => readStored(key, isWords) ?? []);
  return {
    words,
    remember: (word: string): void => {
      const next = withSearch(readStored(key, isWords) ?? [], word);
      setWords(next);
      writeStored(key, next);
    },
    forget: (): void => {
      setWords([]);
      removeStored(key);
    },
  };
}
