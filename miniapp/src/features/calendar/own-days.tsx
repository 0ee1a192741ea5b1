import { formatFullDate, type CalendarOverrideRow, type CalendarPage } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, serverToday } from '../../platform';
import { Button, Card, Chip, Items, ListRow, Text, View } from '../../ui';
import { OverrideSheet } from './override-sheet';
import { WithdrawSheet } from './withdraw-sheet';

interface OwnDaysProps {
  code: string;
  data: CalendarPage;
  isOffice: boolean;
}

/** The days that the region has decided itself, with the decision behind each and what became of it. */
export function OwnDays({ code, data, isOffice }: OwnDaysProps) {
  const [adding, setAdding] = useState(false);
  const [takingBack, setTakingBack] = useState<CalendarOverrideRow | null>(null);
  if (!isOffice && data.overrides.length === 0) return null;
  const today = serverToday();
  return (
    <Card title={`${data.year}年本地区安排`}>
      {data.overrides.length === 0 && <View className="t-2">没有本地区自己的安排，全部按国家通知执行。</View>}
      <Items>
        {data.overrides.map((each) => (
          <OwnDay
            key={each.id}
            override={each}
            onWithdraw={
              isOffice && each.withdrawn === null && each.date > today ? () => setTakingBack(each) : null
            }
          />
        ))}
      </Items>
      {isOffice && (
        <View className="mt">
          <Button icon="plus" kind="ghost" onTap={() => setAdding(true)}>
            登记一天
          </Button>
          <ListRow
            icon="clock"
            title="答复承诺"
            note="各类留言几个工作日答复"
            onTap={() => open('replyRules')}
          />
          <OverrideSheet code={code} open={adding} onClose={() => setAdding(false)} />
          {takingBack && (
            <WithdrawSheet code={code} override={takingBack} onClose={() => setTakingBack(null)} />
          )}
        </View>
      )}
    </Card>
  );
}

function OwnDay({
  override,
  onWithdraw,
}: {
  override: CalendarOverrideRow;
  onWithdraw: (() => void) | null;
}) {
  const { withdrawn, working, date, decision } = override;
  const moved = override.movedLater + override.movedEarlier;
  return (
    <View className="item">
      <View className="row row--wrap">
        <Chip tone={withdrawn ? 'grey' : working ? 'soon' : 'done'}>
          {withdrawn ? '已撤回' : working ? '班' : '休'}
        </Chip>
        <Text className="t-strong">{formatFullDate(date)}</Text>
        {withdrawn && <Text className="t-note">原定{working ? '上班' : '休息'}</Text>}
      </View>
      <View>依据：{decision}</View>
      {withdrawn && (
        <View>
          {formatFullDate(withdrawn.at.slice(0, 10))}撤回：{withdrawn.reason}
        </View>
      )}
      <View className="t-note">{moved > 0 ? `因此改动了 ${moved} 条留言的期限` : '没有改动任何期限'}</View>
      {onWithdraw && (
        <View className="mt-s">
          <Button kind="ghost" inline onTap={onWithdraw} label={`撤回${formatFullDate(date)}的安排`}>
            撤回
          </Button>
        </View>
      )}
    </View>
  );
}
