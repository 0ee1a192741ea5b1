import { useEffect, useId } from 'react';
import { useLatest } from '../../platform';

/** Dialogs over one another: keys belong to the one on top. */
const open: string[] = [];

const reachable =
  'button:not([disabled]):not([tabindex="-1"]), a[href], input, textarea, select, [tabindex="0"]';

/**
 * What a dialog owes to those who use the keyboard or listen (H5): the focus goes into it, stays in it, and goes back
 * to where it was; Escape closes it. On WeChat `aria-modal` keeps the reader inside.
 * @param first id of what is focused first; the dialog itself without one
 * @returns the id that the dialog's element must bear
 */
export function useDialog(shown: boolean, onClose: () => void, first?: string): string {
  const id = useId();
  const close = useLatest(onClose);
  useEffect(() => {
    if (!shown || process.env.TARO_ENV === 'weapp') return undefined;
    const dialog = document.getElementById(id);
    if (!dialog) return undefined;
    const before = document.activeElement;
    open.push(id);
    dialog.tabIndex = -1;
    (document.getElementById(first ?? id) ?? dialog).focus({ preventScroll: true });
    const listen = (event: KeyboardEvent): void => {
      if (open[open.length - 1] !== id) return;
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') keepInside(dialog, event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      open.splice(open.indexOf(id), 1);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [shown, id, first, close]);
  return id;
}

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const places = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter((each) => each.offsetParent);
  const last = places[places.length - 1];
  const begin = places[0];
  const now = document.activeElement;
  const outside = !dialog.contains(now);
  if (!begin || !last) event.preventDefault();
  else if (event.shiftKey && (outside || now === begin || now === dialog)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (outside || now === last)) {
    event.preventDefault();
    begin.focus();
  }
}
