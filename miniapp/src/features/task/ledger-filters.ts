import { lights, type Light } from '@sunledger/shared-types';
import { idOf, type RouteParams } from '../../platform';

/** What the ledger shows. `plan`: 0 is every year, null the newest plan, whichever that is. */
export interface LedgerFilters {
  light: Light | '';
  plan: number | null;
  unit: number;
  q: string;
}

type Params = Partial<RouteParams['tasks']>;

const isLight = (text: string | undefined): text is Light =>
  (lights as readonly string[]).includes(text ?? '');

/**
 * The filters an address asks for. Without any, the ledger opens on the newest plan; a number elsewhere that
 * names a light or a unit but no plan counts every year, and so must the list behind it.
 */
export function filtersOf(params: Params): LedgerFilters {
  const light = isLight(params.light) ? params.light : '';
  const unit = idOf(params.unit);
  const q = (params.q ?? '').slice(0, 50);
  const asked = light !== '' || unit > 0 || q !== '';
  const plan = params.plan === undefined ? (asked ? 0 : null) : idOf(params.plan);
  return { light, plan, unit, q };
}

/** The parameters that open the same list again. */
export function paramsOf(filters: LedgerFilters, id: number): Params {
  return {
    ...(filters.light ? { light: filters.light } : {}),
    ...(filters.plan === null ? {} : { plan: String(filters.plan) }),
    ...(filters.unit > 0 ? { unit: String(filters.unit) } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(id > 0 ? { id: String(id) } : {}),
  };
}
