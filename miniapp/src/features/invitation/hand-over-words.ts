import type { HandOver } from '@sunledger/shared-types';

/** “2 份待审答复、1 条认领的留言”, or that there is nothing. */
export function openWords({ drafts, reports, claims }: HandOver): string {
  const parts = [
    drafts > 0 ? `${drafts} 份待审或退回的答复` : '',
    reports > 0 ? `${reports} 条待审的进展` : '',
    claims > 0 ? `${claims} 条认领的留言` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('、') : '没有';
}
