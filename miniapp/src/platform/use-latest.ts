import { useRef, type MutableRefObject } from 'react';

/**
 * The newest version of a function or value for an effect that must not run again because of it: the ref never
 * changes, so it may stand among the effect's dependencies. For “when this happens, do what is right by then”.
 */
export function useLatest<T>(value: T): MutableRefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
