import type { HoldingFigures } from '@sunledger/shared-types';
import { View } from '../../ui';
import { hoursWords } from './board-words';

/** How long messages were in hand, and what lies there now. */
export function HoldingLine({ holding }: { holding: HoldingFigures }) {
  const words = [
    holding.medianHours === null
      ? ''
      : `经手 ${holding.stays} 件次，一半在 ${hoursWords(holding.medianHours)}内办出`,
    holding.now > 0 && holding.longestNowHours !== null
      ? `手上 ${holding.now} 件，最久已 ${hoursWords(holding.longestNowHours)}`
      : '',
  ].filter(Boolean);
  return words.length > 0 ? <View className="t-note mt-s">{words.join('；')}</View> : null;
}
