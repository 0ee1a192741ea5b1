import {
  noLights,
  lights,
  planEndpoints,
  taskEndpoints,
  unitEndpoints,
  type LightCounts,
  type PlanRow,
} from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { pathOf, useCall, useKeyset, usePageVisible, useParams, useSettled } from '../../platform';
import { filtersOf, paramsOf, type LedgerFilters } from './ledger-filters';

/** Keeps the list in the address, so that a reload or a copied link shows it again (H5). */
export function useAddress(filters: LedgerFilters, id: number): void {
  const visible = usePageVisible();
  const query = pathOf('tasks', paramsOf(filters, id)).split('?')[1];
  useEffect(() => {
    // the address belongs to the page in front
    if (process.env.TARO_ENV !== 'h5' || !visible) return;
    const address = window.location.pathname + (query ? `?${query}` : '');
    window.history.replaceState(window.history.state, '', address);
  }, [query, visible]);
}

/** The filters, from the address at first and whenever the page is opened with others. */
export function useLedgerFilters() {
  const given = useParams('tasks');
  const [filters, setFilters] = useState(() => filtersOf(given));
  // a number that is tapped a second time sets its filters again
  useEffect(() => setFilters(filtersOf(given)), [given]);
  const change = (part: Partial<LedgerFilters>): void => {
    setFilters({ ...filters, ...part });
  };
  return { filters, change };
}

const sum = (plans: readonly PlanRow[]): LightCounts =>
  plans.reduce((total, plan) => {
    lights.forEach((light) => (total[light] += plan.lights[light]));
    return total;
  }, noLights());

/** Typing pauses this long before the list follows. */
const pauseMs = 350;

/** The list for these filters, with the choices and the counts that stand above it. */
export function useLedger(code: string, filters: LedgerFilters) {
  const plans = useCall(planEndpoints.list, { code, limit: 30 });
  const units = useCall(unitEndpoints.list, { code, limit: 100 }, { staleMs: 10 * 60_000 });
  const q = useSettled(filters.q.trim(), pauseMs);
  const known = plans.data?.items ?? [];
  const newest = known[0]?.id ?? 0;
  const unitOf = units.data?.items ?? [];
  // a unit of another region says nothing here
  const foreign = units.data?.nextCursor === null && !unitOf.some((each) => each.id === filters.unit);
  const unit = foreign ? 0 : filters.unit;
  // a plan of another region, or one that was taken down: the newest instead
  const plan =
    filters.plan === 0 ? 0 : known.some((row) => row.id === filters.plan) ? (filters.plan ?? newest) : newest;
  const list = useKeyset(
    taskEndpoints.list,
    {
      region: code,
      plan: plan || undefined,
      unit: unit || undefined,
      light: filters.light || undefined,
      q: q || undefined,
    },
    { enabled: plans.data !== undefined || plans.error !== null },
  );
  const counted = unit > 0 || q !== '' || (plan === 0 && plans.data?.nextCursor !== null);
  const shown = plan === 0 ? known : known.filter((row) => row.id === plan);
  // the filters as they work: what stands in the address must give this very list again
  const filtered = filters.light !== '' || unit > 0 || filters.q !== '';
  const effective: LedgerFilters = { ...filters, unit, plan: filtered ? plan : filters.plan };
  return {
    list,
    filtered,
    effective,
    /** The plan that is shown, 0 for every year, -1 while that is not known. */
    plan: plans.data || filters.plan === 0 ? plan : -1,
    plans: known,
    units: unitOf,
    counts: counted ? null : sum(shown),
  };
}
