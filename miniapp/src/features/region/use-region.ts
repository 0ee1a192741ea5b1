import { regionEndpoints } from '@sunledger/shared-types';
import { useEffect } from 'react';
import { chooseRegion, useCall, useSession } from '../../platform';

/** Regions change rarely: a list read in the last ten minutes is good enough. */
const listStaleMs = 10 * 60_000;

/** The region the app shows. On the first visit that is the first one published, until another is chosen. */
export function useRegionCode() {
  const chosen = useSession((state) => state.regionCode);
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
