import {
  deliveryEndpoints,
  deliveryStates,
  deliveryStateWords,
  type Delivery,
  type DeliveryState,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, serverToday, toast, useCall, useKeyset, useRefresh, useSend } from '../../platform';
import { Button, Card, Chip, KeysetList, Notice, Page, Segmented, Text, View } from '../../ui';
import { momentWords } from '../message/message-words';
import { reasonWord, topicWord } from './delivery-words';

const notes: Record<DeliveryState, string> = {
  dead: '试过多次仍没有送达。排除原因以后可以重新投递，同一条提醒不会收到两次。',
  unknown: '发送途中中断，不知道对方是否已经收到。为避免重复打扰不再发送，提醒已经在应用内显示。',
  open: '正在排队，到时间会自动投递，不需要处理。',
};
const empties: Record<DeliveryState, string> = {
  dead: '没有投递失败的提醒',
  unknown: '没有结果不明的提醒',
  open: '没有等待投递的提醒',
};
const looks: Record<DeliveryState, { tone: 'late' | 'soon' | 'going'; shape: string }> = {
  dead: { tone: 'late', shape: '▲' },
  unknown: { tone: 'soon', shape: '◇' },
  open: { tone: 'going', shape: '▶' },
};

/** 投递记录: what could not be delivered, for the admin; never whom it was for or what it said. */
export function DeliveryDesk() {
  const [state, setState] = useState<DeliveryState>('dead');
  const counts = useCall(deliveryEndpoints.list, { limit: 1 }, { keepLast: true });
  const list = useKeyset(deliveryEndpoints.list, { state, limit: 20 });
  const refresh = useRefresh();
  return (
    <Page title="投递记录" onRefresh={() => refresh(deliveryEndpoints.list)}>
      <Segmented
        label="投递的状态"
        value={state}
        onChange={setState}
        options={deliveryStates.map((value) => {
          const count = counts.data?.counts[value];
          return { value, label: deliveryStateWords[value], ...(count === undefined ? {} : { count }) };
        })}
      />
      <Notice tone={looks[state].tone} icon={state === 'open' ? 'clock' : 'warn'}>
        {notes[state]}
      </Notice>
      <KeysetList
        {...list}
        itemKey={(delivery) => delivery.id}
        renderItem={(delivery) => <DeliveryCard delivery={delivery} />}
        empty={empties[state]}
      />
    </Page>
  );
}

function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const { id, state, topic, attempts, lastError, runAt, finishedAt, replayedAt } = delivery;
  const replay = useSend(deliveryEndpoints.replay, { refreshes: [deliveryEndpoints.list] });
  const today = serverToday();
  const again = async (): Promise<void> => {
    try {
      await replay.run({ id });
      toast('已重新投递');
    } catch (error) {
      toast(errorMessage(error));
    }
  };
  return (
    <Card>
      <View className="row row--wrap row--between">
        <Chip tone={looks[state].tone} shape={looks[state].shape}>
          {deliveryStateWords[state]}
        </Chip>
        <Text className="t-note">编号 {id}</Text>
      </View>
      <View className="t-strong mt-s">{topicWord(topic)}</View>
      {lastError !== null && (
        <View className="t-2">
          {reasonWord(lastError)}（{lastError}）
        </View>
      )}
      <View className="t-note">
        {[
          `试过 ${attempts} 次`,
          finishedAt === null
            ? `下次 ${momentWords(runAt, today)}`
            : `最后一次 ${momentWords(finishedAt, today)}`,
          replayedAt === null ? '' : `${momentWords(replayedAt, today)}重新投递过`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {state === 'dead' && (
        <View className="mt">
          <Button kind="ghost" icon="swap" disabled={replay.busy} onTap={() => void again()}>
            重新投递
          </Button>
        </View>
      )}
    </Card>
  );
}
