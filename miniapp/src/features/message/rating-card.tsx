import {
  messageEndpoints,
  ratingWords,
  REWORK_DAYS,
  REWORK_LEVEL,
  type MessageDetail,
  type RatingLevel,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Card, TextArea, View } from '../../ui';
import { Face, LevelChoice } from './level-choice';
import './rating-card.scss';

/** The lowest levels open a rework; one that is rated badly again does not open another. */
const opensRework = (message: MessageDetail, level: RatingLevel): boolean =>
  level <= REWORK_LEVEL && message.origin !== 'rework';

/** 好差评: five levels, each a face with its words; sent once. */
export function RatingCard({ message }: { message: MessageDetail }) {
  const [level, setLevel] = useState<RatingLevel | null>(null);
  const [text, setText] = useState('');
  const send = useSend(messageEndpoints.rate, {
    refreshes: [messageEndpoints.get, messageEndpoints.list],
    // a bad rating is answered again, and so is the next message
    tells: ['answered', 'question'],
  });
  const submit = async (): Promise<void> => {
    if (level === null) return;
    const said = text.trim();
    await send.run({ id: message.id, level, ...(said === '' ? {} : { text: said }) });
    toast(opensRework(message, level) ? '谢谢您的评价，已请单位整改' : '谢谢您的评价', 'done');
  };
  return (
    <Card id="rating" title="请评价这次答复">
      <LevelChoice value={level} onChange={setLevel} />
      {level !== null && (
        <View className="mt">
          <TextArea
            label="您的意见"
            optional
            value={text}
            onChange={setText}
            maxLength={300}
            rows={3}
            placeholder={
              level <= REWORK_LEVEL ? '请告诉我们哪里没有答好' : '哪里好、哪里还可以更好，都可以写'
            }
          />
          {opensRework(message, level) && (
            <View className="t-note">提交后由原单位整改，{REWORK_DAYS} 个工作日内再答复您。</View>
          )}
          <View className="mt-s">
            <Button busy={send.busy} onTap={submit}>
              提交评价
            </Button>
          </View>
          <View className="t-note t-center mt-s">评价只能提交一次</View>
        </View>
      )}
    </Card>
  );
}

const isLevel = (level: number): level is RatingLevel => level in ratingWords;

/** The rating that was given. */
export function RatingGiven({ message }: { message: MessageDetail }) {
  const { rating } = message;
  if (!rating || !isLevel(rating.level)) return null;
  return (
    <Card title={message.mine ? '您的评价' : '留言人的评价'}>
      <View className="row">
        <Face level={rating.level} />
        <View className="grow">
          <View className="t-strong">{ratingWords[rating.level]}</View>
          {rating.text && <View className="t-2 t-pre">{rating.text}</View>}
        </View>
      </View>
    </Card>
  );
}
