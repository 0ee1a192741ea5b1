import { useEffect, useRef, useState } from 'react';
import { useLatest } from './use-latest';
import { readStored, removeStored, writeStored } from './storage';

/**
 * A form that survives leaving the page: `const [form, setForm, drop] = useDraft('message.new', empty, isForm)`.
 * Written half a second after the last change; `drop()` after the form was sent.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
  isForm: (value: unknown) => value is T,
): [T, (change: Partial<T>) => void, () => void, { savedAt: number | null; restored: boolean }] {
  const [start] = useState(() => readStored(`draft.${key}`, isForm));
  const [form, setForm] = useState<T>(start ?? empty);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(form);

  const write = (): void => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    writeStored(`draft.${key}`, latest.current);
  };
  // leaving the page within that half second must not lose the last words
  const leave = useLatest(() => {
    if (timer.current) write();
  });
  useEffect(() => () => leave.current(), [leave]);

  const change = (part: Partial<T>): void => {
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      write();
      setSavedAt(Date.now());
    }, 500);
  };
  const drop = (): void => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    latest.current = empty;
    setForm(empty);
    setSavedAt(null);
    removeStored(`draft.${key}`);
  };
  return [form, change, drop, { savedAt, restored: start !== null }];
}
