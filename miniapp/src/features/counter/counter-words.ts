import type { Counter } from '@sunledger/shared-types';

/** “12 次评价，满意 83%，不满意 1 次”. */
export function ratingLine({ total, satisfied, low }: Counter['ratings']): string {
  if (total === 0) return '还没有评价';
  const share = `满意 ${Math.round((satisfied / total) * 100)}%`;
  return [`${total} 次评价`, share, low > 0 ? `不满意 ${low} 次` : ''].filter(Boolean).join('，');
}
