import {
  formatMonthDay,
  messageKindWords,
  type FiguredMessage,
  type MessageOutcome,
} from '@sunledger/shared-types';
import { Card, Chip, View, type Tone } from '../../ui';
import { MessageItem } from './inbox-card';
import { replyPartShapes, replyPartWords } from './items-of';

const looks: Record<MessageOutcome, { tone: Tone; shape: string; word: string }> = {
  onTime: { tone: 'done', shape: replyPartShapes.onTime, word: replyPartWords.onTime },
  late: { tone: 'late', shape: replyPartShapes.late, word: replyPartWords.late },
  openOverdue: { tone: 'late', shape: replyPartShapes.openOverdue, word: replyPartWords.openOverdue },
  notYetDue: { tone: 'going', shape: replyPartShapes.notYetDue, word: replyPartWords.notYetDue },
  withdrawn: { tone: 'grey', shape: '✕', word: replyPartWords.withdrawn },
};

interface FiguredItemProps {
  item: FiguredMessage;
  selected: boolean;
  onTap: () => void;
}

/** A message behind a number. One that is not public shows what everybody may know, and opens nothing. */
export function FiguredItem({ item, selected, onTap }: FiguredItemProps) {
  const { message } = item;
  if (message) return <MessageItem message={message} mark={null} home="" selected={selected} onTap={onTap} />;
  const look = looks[item.outcome];
  const facts = [
    item.unit.name,
    `${formatMonthDay(item.receivedOn)}收到`,
    `${formatMonthDay(item.dueOn)}到期`,
    item.answeredOn === null ? '' : `${formatMonthDay(item.answeredOn)}答复`,
  ];
  return (
    <Card edge={look.tone}>
      <View className="row row--wrap">
        <Chip tone={look.tone} shape={look.shape}>
          {look.word}
        </Chip>
        <Chip>{messageKindWords[item.kind]}</Chip>
        {item.declined && <Chip>不予受理</Chip>}
      </View>
      <View className="t-note mt-s">{facts.filter(Boolean).join(' · ')}</View>
      <View className="t-note">留言没有公开，内容只有本人和办理人能看</View>
    </Card>
  );
}
