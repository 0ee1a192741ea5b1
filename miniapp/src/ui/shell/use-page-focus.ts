import { useEffect, useId, useRef } from 'react';
import { usePageHide } from '../../platform';

const isH5 = process.env.TARO_ENV !== 'weapp';
/** The page an address was opened with is read by the browser from its beginning. */
let opened = false;

/**
 * A page of H5 is no new document: without this the focus of a keyboard and the cursor of a screen reader would stay
 * on a button that is gone. A new page begins at its heading; a page one comes back to, where one left it.
 * @returns the id that the page's root must bear
 */
export function usePageFocus(visible: boolean): string | undefined {
  const id = useId();
  const left = useRef<Element | null>(null);
  usePageHide(() => {
    if (isH5) left.current = document.activeElement;
  });
  useEffect(() => {
    if (!isH5 || !visible) return undefined;
    const [first, place] = [!opened, left.current];
    opened = true;
    left.current = null;
    if (first) return undefined;
    const timers = tries.map((ms) => setTimeout(() => enter(id, place), ms));
    return () => timers.forEach(clearTimeout);
  }, [visible, id]);
  return isH5 ? id : undefined;
}

/** Taro mounts a page before it shows it, and what is not shown takes no focus. */
const tries = [0, 60, 180, 400];

function enter(id: string, place: Element | null): void {
  const page = document.getElementById(id);
  if (!page || page.contains(document.activeElement)) return;
  if (place instanceof HTMLElement && page.contains(place)) place.focus({ preventScroll: true });
  else focusHeading(page);
}

function focusHeading(page: HTMLElement): void {
  const heading = page.querySelector<HTMLElement>('h1, h2') ?? page;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
