import type { Me } from '@sunledger/shared-types';

/** For whom somebody may write a template: units that one reviews for, and the whole region for the office. */
export function homesOf(me: Me | null, code: string, office: boolean): { value: string; label: string }[] {
  const units = (me?.memberships ?? [])
    .filter(({ regionCode, role, unitId }) => regionCode === code && unitId !== null && role !== 'handler')
    .map(({ unitId, unitName }) => ({ value: String(unitId), label: unitName ?? '' }));
  const once = units.filter((unit, at) => units.findIndex(({ value }) => value === unit.value) === at);
  return office ? [{ value: 'region', label: '全地区' }, ...once] : once;
}

export const templateReady = (title: string, text: string): boolean =>
  title.trim().length >= 2 && title.trim().length <= 30 && text.trim().length >= 5;
