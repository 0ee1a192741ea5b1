import type { Me } from '@sunledger/shared-types';

/** The units for which a person works in a region, each once. */
export function unitsOf(
  me: Pick<Me, 'memberships'> | null,
  regionCode: string,
): { id: number; name: string }[] {
  const units = new Map<number, string>();
  (me?.memberships ?? []).forEach(({ role, unitId, unitName, regionCode: code }) => {
    const works = role === 'handler' || role === 'reviewer';
    if (works && code === regionCode && unitId !== null && unitName !== null) units.set(unitId, unitName);
  });
  return [...units].map(([id, name]) => ({ id, name }));
}

interface Report {
  status: string;
  unitName: string;
  submittedByMe: boolean;
}

/**
 * Why this person cannot decide a report, or null. The call names no moves, so this follows the server's
 * rule as far as it can be seen from here: a reviewer of the unit who did not write it, or the office.
 */
export function whyNotDecide(
  report: Report,
  me: Pick<Me, 'memberships'> | null,
  regionCode: string,
): string | null {
  if (report.status !== 'submitted') return '这条进展已经审核过了。';
  if (report.submittedByMe) return '这条进展是您报送的。报送人不能审核自己的进展，请由另一位审核人审核。';
  const here = (me?.memberships ?? []).filter((each) => each.regionCode === regionCode);
  const reviews = here.some((each) => each.role === 'reviewer' && each.unitName === report.unitName);
  if (reviews || here.some((each) => each.role === 'office')) return null;
  return `这条进展由${report.unitName}的审核人审核。`;
}
