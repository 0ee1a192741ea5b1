import { inboxTabs, oversightEndpoints, type InboxItem, type InboxTab } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { open, useCall, useKeyset, useParams, useWide, type Keyset } from '../../platform';
import { itemKey, itemOf, nextAt, placeOf } from './inbox-words';
import { useRoles } from './use-roles';

const isTab = (text: string | undefined): text is InboxTab =>
  (inboxTabs as readonly string[]).includes(text ?? '');

export type Chosen = Pick<InboxItem, 'kind' | 'id'>;

function keepInAddress(tab: InboxTab, chosen: Chosen | null): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const address = `${window.location.pathname}?tab=${tab}${chosen ? `&id=${itemKey(chosen)}` : ''}`;
  window.history.replaceState(window.history.state, '', address);
}

export interface Desk {
  tab: InboxTab;
  setTab: (tab: InboxTab) => void;
  list: Keyset<InboxItem>;
  counts: { reply: number; review: number; task: number; supervision: number; today: number } | null;
  wide: boolean;
  /** What the right half shows on wide windows. */
  chosen: Chosen | null;
  select: (item: InboxItem) => void;
  /** Moves the choice up or down the list. */
  step: (by: 1 | -1) => void;
  /** The chosen thing is finished: on with the next. */
  finished: () => void;
  reload: () => Promise<unknown>;
}

/** The lists of the desk and what is chosen in them. */
export function useDesk(): Desk {
  const given = useParams('desk');
  const wide = useWide();
  const roles = useRoles();
  const [tab, setTabNow] = useState<InboxTab>(isTab(given.tab) ? given.tab : 'reply');
  const [picked, setPicked] = useState<Chosen | null>(() => itemOf(given.id));
  const [position, setPosition] = useState(0);
  const list = useKeyset(oversightEndpoints.inbox, { tab, limit: 30 });
  // the counts come with every page of the list, but a list of pages keeps only its items
  const head = useCall(oversightEndpoints.inbox, { tab: 'reply', limit: 1 });

  useEffect(() => {
    if (!isTab(given.tab)) return;
    setTabNow(given.tab);
    setPicked(itemOf(given.id));
  }, [given.tab, given.id]);

  const { items } = list;
  const fallback = items[nextAt(items.length, position)] ?? null;
  const chosen = wide ? (picked ?? fallback) : null;
  const fallbackKey = fallback ? itemKey(fallback) : '';
  useEffect(() => {
    // what is open stays open when the list is read again and another thing comes first
    if (wide && !picked && fallbackKey !== '') setPicked(itemOf(fallbackKey));
  }, [wide, picked, fallbackKey]);

  const choose = (item: Chosen, at: number): void => {
    setPicked({ kind: item.kind, id: item.id });
    setPosition(at);
    keepInAddress(tab, item);
  };
  const indexOfChosen = (): number => items.findIndex((item) => chosen && itemKey(item) === itemKey(chosen));

  return {
    tab,
    setTab: (next) => {
      setTabNow(next);
      setPicked(null);
      setPosition(0);
      keepInAddress(next, null);
    },
    list,
    counts: head.data?.counts ?? null,
    wide,
    chosen,
    select: (item) => {
      if (wide) return choose(item, items.indexOf(item));
      const place = placeOf(item, tab, roles);
      if (place.name === 'progressNew') open('progressNew', { taskId: place.taskId });
      else open(place.name, { id: place.id });
    },
    step: (by) => {
      const at = nextAt(items.length, Math.max(0, indexOfChosen()) + by);
      const item = items[at];
      if (wide && item) choose(item, at);
    },
    finished: () => {
      setPosition(Math.max(0, position));
      setPicked(null);
    },
    reload: () => Promise.all([list.reload(), head.refetch()]),
  };
}
