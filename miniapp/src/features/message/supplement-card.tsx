import { formatMonthDayWeekday, messageEndpoints, type MessageDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { toast, useSend } from '../../platform';
import { Button, Card, Notice, TextArea, View } from '../../ui';
import { pauseWords } from './round-words';

/** The question that waits for the author, as those in charge see it. */
export function QuestionAsked({ message }: { message: MessageDetail }) {
  if (message.question === null) return null;
  return (
    <Card title="请留言人补充" edge="soon">
      <View className="t-pre">{message.question.text}</View>
      <View className="t-note mt-s">{pauseWords(message)}</View>
    </Card>
  );
}

/** 待补充: what is asked, what it does to the promised day, and the box to answer in. */
export function SupplementCard({ message }: { message: MessageDetail }) {
  const [text, setText] = useState('');
  const send = useSend(messageEndpoints.supplement, {
    refreshes: [messageEndpoints.get, messageEndpoints.due, messageEndpoints.list],
    tells: ['answered'],
  });
  if (message.question === null) return null;
  const submit = async (): Promise<void> => {
    const answered = await send.run({ id: message.id, text: text.trim() });
    toast(`已补充，最迟 ${formatMonthDayWeekday(answered.dueOn)}答复`, 'done');
  };
  return (
    <Card id="supplement" title="请您补充" edge="soon">
      <View className="t-strong t-pre">{message.question.text}</View>
      <View className="mt-s">
        <Notice icon="clock">{pauseWords(message)}</Notice>
      </View>
      <View className="mt">
        <TextArea
          label="您的补充"
          value={text}
          onChange={setText}
          maxLength={1000}
          rows={4}
          placeholder="请不要写身份证号、银行卡号"
        />
      </View>
      <View className="mt-s">
        <Button onTap={submit} disabled={text.trim().length < 2}>
          提交补充
        </Button>
      </View>
    </Card>
  );
}
