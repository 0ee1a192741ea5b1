import { unitEndpoints } from '@sunledger/shared-types';
import { useCall } from '../../platform';

/** The name of a unit, while it is known. */
export function useUnitName(code: string, id: number): string | null {
  const units = useCall(
    unitEndpoints.list,
    { code, limit: 100 },
    { enabled: code !== '' && id > 0, staleMs: 10 * 60_000 },
  );
  return units.data?.items.find((unit) => unit.id === id)?.name ?? null;
}
