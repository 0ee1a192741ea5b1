import {
  lights,
  noLights,
  toChinaIso,
  type LightCounts,
  type PlanDetail,
  type PlanMove,
  type PlanRow,
  type WorkPoint,
} from '@sunledger/shared-types';
import type { PlanHead, PlanTexts, PointRow } from './plan.repository';

const total = (counts: LightCounts): number => lights.reduce((sum, light) => sum + counts[light], 0);

export function toPlanRow(plan: PlanHead, regionCode: string, counts: LightCounts | undefined): PlanRow {
  const shown = counts ?? noLights();
  return {
    id: plan.id,
    regionCode,
    year: plan.year,
    title: plan.title,
    documentNumber: plan.documentNumber,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    printedOn: plan.printedOn,
    disclosure: plan.disclosure,
    status: plan.status,
    publishedAt: plan.publishedAt ? toChinaIso(plan.publishedAt) : null,
    taskCount: total(shown),
    lights: shown,
  };
}

/** What only the office and its reviewers see beside the plan. */
export interface PlanDesk {
  moves: PlanMove[];
  reviewNote: string | null;
}

export function toPlanDetail(
  plan: PlanHead & PlanTexts,
  regionCode: string,
  points: readonly PointRow[],
  countsByPoint: ReadonlyMap<number, LightCounts>,
  desk: PlanDesk,
): PlanDetail {
  const all = noLights();
  for (const counts of countsByPoint.values()) addTo(all, counts);
  return {
    ...toPlanRow(plan, regionCode, all),
    noticeTitle: plan.noticeTitle,
    addressees: plan.addressees,
    overview: plan.overview,
    closing: plan.closing,
    points: rolledUp(points, countsByPoint),
    unitLists: plan.unitLists,
    moves: desk.moves,
    reviewNote: desk.reviewNote,
  };
}

/** The tree with the lights of everything below each point; children stand after their parents. */
function rolledUp(points: readonly PointRow[], own: ReadonlyMap<number, LightCounts>): WorkPoint[] {
  const below = new Map(points.map((point) => [point.id, { ...(own.get(point.id) ?? noLights()) }]));
  for (const point of [...points].reverse()) {
    const counts = below.get(point.id);
    const parent = point.parentId === null ? undefined : below.get(point.parentId);
    if (counts && parent) addTo(parent, counts);
  }
  return points.map((point) => toWorkPoint(point, below.get(point.id) ?? noLights()));
}

/** Field by field: a rest pattern that leaves `position` out is slow, and a plan has many points. */
const toWorkPoint = (point: PointRow, shown: LightCounts): WorkPoint => ({
  id: point.id,
  parentId: point.parentId,
  level: point.level,
  number: point.number,
  title: point.title,
  text: point.text,
  leadUnits: point.leadUnits,
  responsibleUnits: point.responsibleUnits,
  deadlineText: point.deadlineText,
  dueOn: point.dueOn,
  lights: shown,
});

function addTo(sum: LightCounts, counts: LightCounts): void {
  for (const light of lights) sum[light] += counts[light];
}
