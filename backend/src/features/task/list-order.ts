/** Room between two neighbours, so that a task that is split later finds its place without renumbering. */
const STEP = 16;
const PLAN_SIZE = 1_000_000;
const YEAR_SIZE = 1_000_000 * PLAN_SIZE;
const LAST_YEAR = 2999;

/**
 * The place of a task in every list: the newest year first, then plan by plan in the order of the paper.
 * One number that no two tasks share, so that any list is one range of one index. Below 2⁵³.
 * @param at 0-based place in the plan
 */
export function listOrderOf(year: number, planId: number, at: number): number {
  if (planId >= YEAR_SIZE / PLAN_SIZE || at >= PLAN_SIZE / STEP)
    throw new RangeError(`no room: ${planId}/${at}`);
  return (LAST_YEAR - year) * YEAR_SIZE + planId * PLAN_SIZE + at * STEP;
}

/** The half-open range of a year: `from <= listOrder < to`. */
export function listOrdersOfYear(year: number): { from: number; to: number } {
  const from = (LAST_YEAR - year) * YEAR_SIZE;
  return { from, to: from + YEAR_SIZE };
}
