import type { RegionDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { open } from '../../platform';
import { Button, Card, Sheet, StackedBar, Text, TextLink, View } from '../../ui';
import { percentWords, promiseLines, repliesWords, shareTone, workingDaysWords } from './reply-words';
import './region.scss';

/** What the region promises, how it has kept it, and the way to ask. */
export function PromiseCard({ region }: { region: RegionDetail }) {
  const { promise, repliesLast30Days: replies, onTimeShare } = region;
  const late = replies.late + replies.openOverdue;
  return (
    <Card title={`简单咨询，${workingDaysWords(promise.simple)}答复`} note="近30天">
      <View className="row row--base row--wrap">
        {onTimeShare !== null && (
          <Text className={`t-big t-${shareTone(onTimeShare)}`}>{percentWords(onTimeShare)}</Text>
        )}
        <Text className="t-note">
          {onTimeShare === null
            ? `近30天${repliesWords(replies)}`
            : `各类留言按时答复 · ${repliesWords(replies)}`}
        </Text>
      </View>
      {onTimeShare !== null && (
        <View className="mt-s">
          <StackedBar
            label="近30天到期的留言"
            parts={[
              { tone: 'done', count: replies.onTime, word: '按时' },
              { tone: 'late', count: late, word: '逾期' },
            ]}
          />
        </View>
      )}
      <View className="region-promise__link">
        <TextLink icon="board" onTap={() => open('figures')}>
          答复公开：每个数字都能点开
        </TextLink>
      </View>
      <View className="mt">
        <Button icon="edit" onTap={() => open('messageNew')}>
          我要留言
        </Button>
      </View>
      <PromiseLink promise={promise} />
    </Card>
  );
}

/** Opens the promised days of every kind, and the document that promises them. */
function PromiseLink({ promise }: { promise: RegionDetail['promise'] }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <View className="region-promise__link">
        <TextLink onTap={() => setShown(true)}>各类留言几天答复</TextLink>
      </View>
      <Sheet open={shown} title="各类留言几天答复" onClose={() => setShown(false)}>
        {promiseLines(promise).map(({ label, days }) => (
          <View key={label} className="list-row">
            <View className="grow">{label}</View>
            <View className="t-strong">{workingDaysWords(days)}</View>
          </View>
        ))}
        <View className="t-note mt-s">
          从收到的次日起数工作日，节假日和调休按国务院办公厅通知执行。每条留言提交前都会写明最迟哪一天答复。
        </View>
        {promise.source && <View className="t-note mt-s">依据：{promise.source}</View>}
      </Sheet>
    </>
  );
}
