import { lightHistoryEndpoints, lightWords, type LightCounts } from '@sunledger/shared-types';
import { useState } from 'react';
import { useCall } from '../../platform';
import { Card, Items, QueryView, StackedBar, Text, TextLink, View } from '../../ui';
import { lightPartsOf, totalOf } from '../task/light-parts';
import { judgedOrder, monthName } from './light-words';
import './light-history.scss';

/** The lights of a region as each month ended, the latest first; written once and never changed. */
export function LightMonths({ code, first = 6 }: { code: string; first?: number }) {
  const months = useCall(lightHistoryEndpoints.months, { code });
  const [all, setAll] = useState(false);
  return (
    <Card title="每月末状态" note="写定后不再改变">
      <QueryView query={months}>
        {({ items }) => {
          const latest = [...items].reverse();
          const shown = all ? latest : latest.slice(0, first);
          if (latest.length === 0) return <View className="t-2">第一个月结束后，这里会写下当时的状态。</View>;
          return (
            <>
              <Items>
                {shown.map(({ month, lights }) => (
                  <View key={month} className="item">
                    <View className="row row--between">
                      <View className="t-strong">{monthName(month)}</View>
                      <View className="t-note">{totalOf(lights)} 项</View>
                    </View>
                    <View className="mt-s">
                      <StackedBar parts={lightPartsOf(lights)} label={monthName(month)} />
                    </View>
                    <View className="t-note">
                      {countsWords(lights).map((words) => (
                        <Text key={words} className="light-count">
                          {words}
                        </Text>
                      ))}
                    </View>
                  </View>
                ))}
              </Items>
              {latest.length > shown.length && (
                <TextLink onTap={() => setAll(true)}>更早的 {latest.length - shown.length} 个月</TextLink>
              )}
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}

/** “● 已完成 3”, each kept on one line. */
const countsWords = (counts: LightCounts): string[] =>
  judgedOrder
    .filter((light) => counts[light] > 0)
    .map((light) => `${lightWords[light].shape} ${lightWords[light].word} ${counts[light]}`);
