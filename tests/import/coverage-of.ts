import type { ParsedPlan, PlanRemark } from '@sunledger/shared-types';

/** Remarks that say something about placed text; all others hold text that stands in no field. */
const aboutPlacedText: readonly PlanRemark['kind'][] = ['doubt', 'unitRule', 'traditional'];

export function solid(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Letters of the remarks that are text of the source and not a doubt about a field. */
export function remarkedLetters(plan: ParsedPlan): number {
  return plan.remarks
    .filter((remark) => !aboutPlacedText.includes(remark.kind))
    .reduce((sum, remark) => sum + solid(remark.text).length, 0);
}

/** Letters and digits of the source that occur more often there than in the answer: what a reading has lost. */
export function lostLetters(source: string, plan: ParsedPlan): string {
  const { remarks, coverage: _coverage, year: _year, region: _region, ...fields } = plan;
  const heap: string[] = remarks.map((remark) => remark.text);
  const collect = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') heap.push(String(value));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(fields);
  const have = new Map<string, number>();
  for (const letter of heap.join('').normalize('NFKC')) have.set(letter, (have.get(letter) ?? 0) + 1);
  let lost = '';
  // The letters of an entity's name stand for the one sign that is kept.
  for (const letter of source.replace(/&[a-z]{2,8};/gi, '').normalize('NFKC')) {
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const left = have.get(letter) ?? 0;
    if (left === 0) lost += letter;
    else have.set(letter, left - 1);
  }
  return lost;
}
