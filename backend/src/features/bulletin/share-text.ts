import { lengthenedShare, type ReplyFigures } from '@sunledger/shared-types';

/** “93.3%”; “—” where there is nothing to be a share of. */
export const shareText = (share: number | null): string =>
  share === null ? '—' : `${(share * 100).toFixed(1)}%`;

/** “2（5.0%）”: how many were given a later date by another kind, and their share (reply-rule, Which clock). */
export function lengthenedText(figures: Pick<ReplyFigures, 'total' | 'reclassified'>): string {
  const share = lengthenedShare(figures);
  return share === null ? '—' : `${figures.reclassified}（${shareText(share)}）`;
}
