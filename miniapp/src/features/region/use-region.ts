import { regionEndpoints } from '@sunledger/shared-types';
import { useEffect } from 'react';
import { chooseRegion, useCall, useSession } from '../../platform';

/** Regions change rarely: a list read in the last ten minutes is good enough. */
const listStaleMs = 10 * 60_000;

const isCode = (text: string | undefined): text is string => /^[a-z][a-z0-9-]{1,31}$/.test(text ?? '');

/** A shared address has done its work once it was followed: a choice made afterwards survives a reload (H5). */
function dropFromAddress(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const { pathname, search } = window.location;
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('region='));
  window.history.replaceState(
    window.history.state,
    '',
    pathname + (rest.length > 0 ? `?${rest.join('&')}` : ''),
  );
}

/**
 * The region the app shows: the one a shared address asks for, else the one chosen last, else (on the first
 * visit) the first one published.
 */
export function useRegionCode(asked?: string) {
  const chosen = useSession((state) => state.regionCode);
  useEffect(() => {
    if (!isCode(asked)) return;
    chooseRegion(asked);
    dropFromAddress();
  }, [asked]);
  const list = useCall(regionEndpoints.list, { limit: 20 }, { enabled: chosen === '', staleMs: listStaleMs });
  const first = list.data?.items[0]?.code ?? '';
  useEffect(() => {
    if (chosen === '' && first !== '') chooseRegion(first);
  }, [chosen, first]);
  return { code: chosen || first, list };
}

/** Name, promise and figures of a region. */
export function useRegion(code: string) {
  return useCall(regionEndpoints.get, { code }, { enabled: code !== '' });
}
