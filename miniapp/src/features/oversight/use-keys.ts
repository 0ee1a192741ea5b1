import { useEffect, useRef } from 'react';

type Keys = Record<string, () => void>;

/** “Alt+ArrowDown”, “Ctrl+Enter”, “j”; ⌘ counts as Ctrl. */
export function keyNameOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): string {
  return `${event.altKey ? 'Alt+' : ''}${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`;
}

/** Where a letter is a letter and Enter presses what has the focus. */
const BUSY = 'input, textarea, select, button, a, [role="button"], [contenteditable="true"], [role="dialog"]';

/** Keys of a page on a PC: those with Alt or Ctrl work while one is typing, plain ones only while one is not. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const listen = (event: KeyboardEvent): void => {
      const name = keyNameOf(event);
      const run = latest.current[name];
      // Enter that picks a word in a Chinese input method means nothing else
      if (!run || event.isComposing) return;
      const plain = !name.includes('+');
      const busy = event.target instanceof Element && event.target.closest(BUSY) !== null;
      if (plain && (busy || document.querySelector('[role="dialog"]') !== null)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Puts the cursor where the answer of the chosen thing is written, if it is one to be written. */
export function startWriting(): void {
  const box = document.querySelector<HTMLTextAreaElement>('#reply textarea');
  box?.scrollIntoView({ block: 'center' });
  box?.focus();
}
