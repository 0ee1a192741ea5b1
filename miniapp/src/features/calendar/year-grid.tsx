import type { CalendarMark } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Text, View } from '../../ui';
import { marksByDate, weeksOf, type MonthCell } from './month-cells';
import './calendar.scss';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Twelve months with 休 and 班; the same page for looking and for comparing with a notice. */
export function YearGrid({ year, marks }: { year: number; marks: readonly CalendarMark[] }) {
  const byDate = marksByDate(marks);
  const today = serverToday();
  return (
    <View>
      <View className="year-legend t-note">
        <Text className="year-legend__sign month__sign--off">休</Text>
        <Text>放假</Text>
        <Text className="year-legend__sign month__sign--work">班</Text>
        <Text>调休上班</Text>
        <Text className="year-legend__sign year-legend__sign--own">框</Text>
        <Text>本地区安排</Text>
      </View>
      <View className="year-grid">
        {months.map((month) => (
          <View key={month} as="section" className="month" label={`${year}年${month}月`}>
            <View as="h3" className="month__name">
              {month}月
            </View>
            <View className="month__week month__week--head" silent>
              {weekdays.map((name) => (
                <View key={name} className="month__cell">
                  {name}
                </View>
              ))}
            </View>
            {weeksOf(year, month, byDate, today).map((week, at) => (
              <View key={at} className="month__week">
                {week.map((cell, day) => (
                  <Day key={cell?.date ?? `empty-${day}`} cell={cell} />
                ))}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}

function Day({ cell }: { cell: MonthCell | null }) {
  if (!cell) return <View className="month__cell" silent />;
  const classes = [
    'month__cell',
    cell.working ? '' : 'month__cell--off',
    cell.sign === '班' ? 'month__cell--work' : '',
    cell.own ? 'month__cell--own' : '',
    cell.today ? 'month__cell--today' : '',
  ];
  return (
    <View className={classes.filter(Boolean).join(' ')} role="img" label={cell.label}>
      <Text className="month__day">{cell.day}</Text>
      {cell.sign !== '' && (
        <Text className={`month__sign month__sign--${cell.working ? 'work' : 'off'}`}>{cell.sign}</Text>
      )}
    </View>
  );
}
