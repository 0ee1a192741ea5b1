import type { HolidayRange } from '@sunledger/shared-types';
import { View } from '../../ui';
import { holidayLines } from './month-cells';
import './calendar.scss';

/** The holidays of a notice by name, side by side where there is room. */
export function Holidays({ ranges }: { ranges: HolidayRange[] }) {
  if (ranges.length === 0) return null;
  return (
    <View className="holidays">
      {holidayLines({ holidays: ranges }).map(({ name, days }) => (
        <View key={name}>
          <View className="t-note">{name}</View>
          <View>{days}</View>
        </View>
      ))}
    </View>
  );
}
