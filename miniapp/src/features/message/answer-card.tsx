import { formatMonthDay, type MessageDetail, type ReplyView } from '@sunledger/shared-types';
import { serverToday, useTypeScale } from '../../platform';
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
  const elder = useTypeScale().mode === 'elder';
  const lasted = reply.publishedAt ? durationWords(message.receivedAt, reply.publishedAt) : null;
  const took = lasted ? `用时 ${lasted}` : null;
  const published = reply.publishedAt ? `${momentWords(reply.publishedAt, serverToday())} 发布` : null;
  // in large type the name of the unit needs the whole line
  const facts = [elder ? took : null, published].filter(Boolean).join(' · ');
  return (
    <Card
      title={reply.declineReason ? `${reply.unitName}：不予受理` : `${reply.unitName} 答复`}
      note={took && !elder ? took : undefined}
    >
      <View className="t-pre">
        <Text selectable>{reply.text}</Text>
      </View>
      {facts && <View className="t-note mt-s">{facts}</View>}
      {message.clock === 'late' && (
        <View className="t-note t-late">
          应于 {formatMonthDay(message.dueOn)}答复，这次答复晚了，向您致歉。
        </View>
      )}
    </Card>
  );
}
