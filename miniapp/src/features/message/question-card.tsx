import type { MessageDetail } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, Chip, Icon, Stamp, Tap, Text, View } from '../../ui';
import { kindWords, markOf, momentWords, openness, stampOf } from './message-words';
import './question-card.scss';

/** The question with its number and how it stands. */
export function QuestionCard({ message }: { message: MessageDetail }) {
  const stamp = stampOf(message);
  const mark = markOf(message);
  const facts = [message.authorName, momentWords(message.receivedAt, serverToday()), openness(message)];
  const { task } = message;
  return (
    <Card>
      <View className="row row--top">
        <View className="grow">
          <View className="row row--wrap">
            <Chip>{kindWords(message)}</Chip>
            {!stamp && (
              <Chip tone={mark.tone} shape={mark.shape}>
                {mark.word}
              </Chip>
            )}
            {message.number && <Text className="t-note t-num">{message.number}</Text>}
          </View>
        </View>
        {stamp && <Stamp tone={stamp.tone}>{stamp.word}</Stamp>}
      </View>
      <View className="question__text t-pre">
        <Text selectable>{message.text}</Text>
      </View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
      {message.mine && message.contactPhone && (
        <View className="t-note">联系电话 {message.contactPhone}（只给办理单位看）</View>
      )}
      {task && (
        <Tap className="question__task" onTap={() => open('task', { id: task.id })}>
          <View className="grow">
            <View className="t-note">关于任务{task.no ? `第 ${task.no} 项` : ''}</View>
            <View className="clamp-2">{task.text}</View>
          </View>
          <Icon name="next" />
        </Tap>
      )}
    </Card>
  );
}
