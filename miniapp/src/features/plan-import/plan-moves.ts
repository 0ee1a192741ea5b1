import type { PlanDetail, PlanState } from '@sunledger/shared-types';

type Facts = Pick<PlanDetail, 'status' | 'moves' | 'disclosure'>;

/** Publishing needs 主动公开 on the paper, or the recorded decision of a named person. */
export const needsDecision = (plan: Pick<PlanDetail, 'disclosure'>): boolean =>
  !(plan.disclosure ?? '').includes('主动公开');

/** Where the plan stands on its way, in one sentence for the person who looks at it. */
export function standingWords(plan: Facts): string {
  const may = (move: PlanDetail['moves'][number]): boolean => plan.moves.includes(move);
  switch (plan.status) {
    case 'draft':
      return may('submit')
        ? '草稿只有公开办看得到。核对好后送审，由另一位同事审核。'
        : '还是草稿，等公开办送审。';
    case 'inReview':
      if (may('approve')) return '请对照原文审核：标题、文号、单位、时限有没有错漏。';
      return may('sendBack')
        ? '这份要点是您送审的。送审人不能审核自己送审的要点，请由另一位同事审核。'
        : '正在审核。';
    case 'approved':
      return may('publish')
        ? '审核已通过，可以发布。发布后群众就能看到每项任务。'
        : '审核已通过，等公开办发布。';
    case 'published':
      return '已经发布，群众都能看到。';
    case 'withdrawn':
      return '已撤下，群众看不到；记录仍保留。';
  }
}

/** The way of a plan: which steps are done. */
export interface PlanStep {
  word: string;
  state: 'done' | 'now' | 'later';
}

const way: readonly { status: PlanState; word: string }[] = [
  { status: 'draft', word: '核对' },
  { status: 'inReview', word: '审核' },
  { status: 'approved', word: '发布' },
];

export function planSteps(status: PlanState): PlanStep[] {
  const at = way.findIndex((step) => step.status === status);
  return way.map((step, index) => ({
    word: step.word,
    state: at < 0 || index < at ? 'done' : index === at ? 'now' : 'later',
  }));
}
