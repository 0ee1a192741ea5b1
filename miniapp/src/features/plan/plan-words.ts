import { formatMonthDay, isChinaDate, yearOf, type PlanRow, type TaskUnit } from '@sunledger/shared-types';

/** “2026年5月12日”, as a paper dates itself (no weekday). */
export const paperDate = (date: string | null): string | null =>
  date && isChinaDate(date) ? `${yearOf(date)}年${formatMonthDay(date)}` : null;

/** What the red head shows of a plan. */
export function headOf(plan: PlanRow) {
  return {
    title: plan.title,
    issuer: plan.issuer,
    number: plan.documentNumber,
    date: paperDate(plan.issuedOn ?? plan.printedOn),
    disclosure: plan.disclosure,
  };
}

/** The longest label a segment takes; longer titles give their last clause (“围绕中心工作，深化主动公开”). */
const labelLength = 9;

/** A section's name on a segment: “一 深化主动公开”. */
export function sectionLabel(section: { number: string | null; title: string | null }): string {
  const title = section.title ?? '';
  const clauses = title.split(/[，,、；;]/).filter(Boolean);
  const short = title.length <= labelLength ? title : (clauses[clauses.length - 1] ?? title);
  const clean = short.length <= labelLength ? short : '';
  return [section.number, clean].filter(Boolean).join(' ') || title.slice(0, labelLength) || '正文';
}

/** “一、” and “（三）” as the paper writes its numbers. */
export function pointNumber(point: { number: string | null; level: string }): string {
  const number = point.number?.trim() ?? '';
  if (number === '' || /[（(、.．)）]/.test(number)) return number;
  if (/^[①-⑳]$/.test(number)) return number;
  if (point.level === 'section') return `${number}、`;
  if (/^\d+$/.test(number)) return `${number}.`;
  return point.level === 'item' ? `（${number}）` : `${number}．`;
}

/** “牵头 县教育局等 2 家”. */
export function unitsLabel(lead: string, units: readonly TaskUnit[]): string | null {
  const first = units[0];
  if (!first) return null;
  return units.length === 1 ? `${lead} ${first.name}` : `${lead} ${first.name}等 ${units.length} 家`;
}
