import type { Me, ProgressMove } from '@sunledger/shared-types';

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
  moves: readonly ProgressMove[];
}

/** Why this person cannot decide a report, in words; null for those whom the server lets decide. */
export function whyNotDecide(report: Report): string | null {
  if (report.moves.length > 0) return null;
  if (report.status !== 'submitted') return '这条进展已经审核过了。';
  if (report.submittedByMe) return '这条进展是您报送的。报送人不能审核自己的进展，请由另一位审核人审核。';
  return `这条进展由${report.unitName}的审核人审核。`;
}
