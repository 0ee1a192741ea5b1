import type { MessageDetail } from '@sunledger/shared-types';
import { dial, open, serverToday } from '../../platform';
import { Card, Chip, Icon, Tap, Text, View } from '../../ui';
import { kindWords, markOf, momentWords, openness } from '../message/message-words';
import './reply.scss';

/** The question as those in charge read it: the words first, then who asked and how to reach them. */
export function AskedCard({ message }: { message: MessageDetail }) {
  const mark = markOf(message);
  const { task, contactPhone } = message;
  const facts = [message.authorName, momentWords(message.receivedAt, serverToday()), openness(message)];
  return (
    <Card label="留言内容">
      <View className="row row--wrap">
        <Chip>{kindWords(message)}</Chip>
        <Chip tone={mark.tone} shape={mark.shape}>
          {mark.word}
        </Chip>
        {message.number && <Text className="t-note t-num">{message.number}</Text>}
      </View>
      <View className="asked__text t-pre">
        <Text selectable>{message.text}</Text>
      </View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
      {contactPhone && (
        <Tap className="text-link" onTap={() => dial(contactPhone)} label={`拨打留言人电话 ${contactPhone}`}>
          <Icon name="phone" className="btn__icon" />
          <Text>{contactPhone}</Text>
        </Tap>
      )}
      {task && (
        <Tap className="asked__task" onTap={() => open('task', { id: task.id })}>
          <View className="grow">
            <View className="t-note">关于任务{task.no ? `第 ${task.no} 项` : ''}</View>
            <View className="clamp-2">{task.text}</View>
          </View>
          <Icon name="next" className="asked__arrow" />
        </Tap>
      )}
    </Card>
  );
}
