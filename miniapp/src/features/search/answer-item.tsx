import { messageKindWords, type MessageRow } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, Item, Text, View } from '../../ui';
import { answerNote, isLate } from './answer-words';
import { Highlighted } from './highlighted';

/** One public question with its answer, as an entry of a card; opens the whole. */
export function AnswerItem({ message, words = '' }: { message: MessageRow; words?: string }) {
  return (
    <Item onTap={() => open('message', { id: message.id })}>
      <AnswerBody message={message} words={words} />
    </Item>
  );
}

interface AnswerCardProps {
  message: MessageRow;
  words: string;
  selected: boolean;
  onTap: () => void;
}

/** The same as a card of its own. */
export function AnswerCard({ message, words, selected, onTap }: AnswerCardProps) {
  return (
    <Card onTap={onTap} selected={selected}>
      <AnswerBody message={message} words={words} />
    </Card>
  );
}

function AnswerBody({ message, words }: { message: MessageRow; words: string }) {
  return (
    <>
      <View className="row row--wrap">
        <Chip>{messageKindWords[message.kind]}</Chip>
        {message.replyText !== null && (
          <Chip tone={isLate(message) ? 'late' : 'done'} shape={isLate(message) ? '◆' : '✓'}>
            {isLate(message) ? '逾期答复' : '已答复'}
          </Chip>
        )}
      </View>
      <View className="answer__question clamp-2">
        <Highlighted text={message.text} words={words} />
      </View>
      {message.replyText !== null && (
        <View className="answer__reply clamp-3">
          <Text className="t-strong">答：</Text>
          <Highlighted text={message.replyText} words={words} />
        </View>
      )}
      <View className="t-note">{answerNote(message)}</View>
    </>
  );
}
