import { useEffect, useRef } from 'react';

type Keys = Record<string, () => void>;

/** “Alt+ArrowDown”, “Ctrl+Enter”; ⌘ counts as Ctrl. */
export function keyNameOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): string {
  return `${event.altKey ? 'Alt+' : ''}${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`;
}

/** Keys of a page on a PC; all of them work while one is typing, so each has Alt or Ctrl. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const listen = (event: KeyboardEvent): void => {
      const run = latest.current[keyNameOf(event)];
      // Enter that picks a word in a Chinese input method means nothing else
      if (!run || event.isComposing) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
