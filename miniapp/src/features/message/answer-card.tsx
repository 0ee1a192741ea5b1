import { formatMonthDay, type MessageDetail, type ReplyView } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Notice, Text, View } from '../../ui';
import { durationWords, momentWords } from './message-words';

/** The published replies; where the answer is late, the apology comes first. */
export function AnswerCards({ message }: { message: MessageDetail }) {
  const published = message.replies.filter((reply) => reply.status === 'published');
  return (
    <>
      {message.clock === 'overdue' && (
        <Notice tone="late" icon="warn">
          没有在答应的日子前答复，向您致歉。逾期已如实记录，{message.unit.name}仍须尽快答复。
        </Notice>
      )}
      {published.map((reply) => (
        <AnswerCard key={reply.id} reply={reply} message={message} />
      ))}
    </>
  );
}

function AnswerCard({ reply, message }: { reply: ReplyView; message: MessageDetail }) {
  const took = reply.publishedAt ? durationWords(message.receivedAt, reply.publishedAt) : null;
  return (
    <Card title={`${reply.unitName} 答复`} note={took ? `用时 ${took}` : undefined}>
      <View className="t-pre">
        <Text selectable>{reply.text}</Text>
      </View>
      {reply.publishedAt && (
        <View className="t-note mt-s">{momentWords(reply.publishedAt, serverToday())} 发布</View>
      )}
      {message.clock === 'late' && (
        <View className="t-note t-late">
          应于 {formatMonthDay(message.dueOn)}答复，这次答复晚了，向您致歉。
        </View>
      )}
    </Card>
  );
}
