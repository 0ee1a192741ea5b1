import {
  formatMonthDayWeekday,
  messageEndpoints,
  type MergedMessage,
  type MessageDetail,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { errorMessage, open, toast, useSend } from '../../platform';
import { Button, Card, Chip, Item, Items, Notice, View } from '../../ui';
import { markOf } from '../message/message-words';
import { refreshedByMoves } from './refreshed';

/** 并单: the messages that ask the same, each with its own day. */
export function TogetherCard({ message }: { message: MessageDetail }) {
  const { leader, followers } = message;
  if (leader) return <LeaderCard message={message} leader={leader} />;
  if (followers.length === 0) return null;
  return (
    <Card title="一并办理的留言" note={`${followers.length} 条`}>
      <View className="t-note">期限各算各的；这一条的答复审核发布时，可以一并送达。</View>
      <Items className="mt-s">
        {followers.map((follower) => (
          <MergedItem key={follower.id} merged={follower} />
        ))}
      </Items>
    </Card>
  );
}

function LeaderCard({ message, leader }: { message: MessageDetail; leader: MergedMessage }) {
  const [problem, setProblem] = useState<string | null>(null);
  const deliver = useSend(messageEndpoints.deliver, { refreshes: refreshedByMoves });
  const mayDeliver = message.moves.includes('deliver');
  const send = async (): Promise<void> => {
    setProblem(null);
    try {
      const makePublic = message.publicWanted;
      await deliver.run({ id: leader.id, to: [message.id], confirmed: true, makePublic });
      toast('已答复留言人', 'done');
    } catch (error) {
      setProblem(errorMessage(error));
    }
  };
  return (
    <Card title="已并单" edge="going">
      <View className="t-note">
        与下面这条一并办理。收到时间和期限不变，最迟 {formatMonthDayWeekday(message.dueOn)}答复留言人。
      </View>
      <Items className="mt-s">
        <MergedItem merged={leader} />
      </Items>
      {mayDeliver && (
        <View className="mt">
          <Button onTap={send}>已正面回答所问，送达主单的答复</Button>
        </View>
      )}
      {problem !== null && (
        <View className="mt">
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        </View>
      )}
    </Card>
  );
}

function MergedItem({ merged }: { merged: MergedMessage }) {
  const mark = markOf(merged);
  return (
    <Item onTap={() => open('handle', { id: merged.id })} label={`打开留言 ${merged.number}`}>
      <View className="row row--wrap">
        <Chip tone={mark.tone} shape={mark.shape}>
          {mark.word}
        </Chip>
        <View className="t-note t-num">{merged.number}</View>
      </View>
      <View className="clamp-2">{merged.text}</View>
      <View className="t-note">最迟 {formatMonthDayWeekday(merged.dueOn)}</View>
    </Item>
  );
}
