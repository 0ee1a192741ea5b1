import { formatMonthDay, type MessageDetail, type ReplyView } from '@sunledger/shared-types';
import { useMemo, useState } from 'react';
import { serverToday, useTypeScale } from '../../platform';
import { Card, Notice, ReadAloud, Sentences, TextLink, View } from '../../ui';
import { durationWords, momentWords } from './message-words';

type Answered = Pick<MessageDetail, 'replies' | 'clock' | 'unit' | 'hidden' | 'receivedAt' | 'dueOn'>;

/** The published replies; where the answer is late, the apology comes first. */
export function AnswerCards({ message }: { message: Answered }) {
  const published = message.replies.filter((reply) => reply.status === 'published');
  const before = message.replies.filter((reply) => reply.status === 'superseded');
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
      {before.length > 0 && <EarlierAnswers replies={before} />}
      {message.hidden !== null && (
        <Notice icon="info">这条答复已撤下，不再公开；留言人和办理单位仍可查看。</Notice>
      )}
    </>
  );
}

/** What was answered before a revision stays to be read, marked as such. */
function EarlierAnswers({ replies }: { replies: readonly ReplyView[] }) {
  const [shown, setShown] = useState(false);
  return (
    <Card title="修改前的答复" note={`${replies.length} 次`}>
      <TextLink onTap={() => setShown(!shown)}>{shown ? '收起' : '查看原答复'}</TextLink>
      {shown &&
        replies.map((reply) => (
          <View key={reply.id} className="mt-s">
            <View className="t-note">
              {reply.publishedAt
                ? `${momentWords(reply.publishedAt, serverToday())} 发布，现已修改`
                : '现已修改'}
            </View>
            <View className="t-pre">{reply.text}</View>
          </View>
        ))}
    </Card>
  );
}

function AnswerCard({ reply, message }: { reply: ReplyView; message: Answered }) {
  const elder = useTypeScale().mode === 'elder';
  const spoken = useMemo(() => [{ id: 'reply', text: reply.text }], [reply.text]);
  const lasted = reply.publishedAt ? durationWords(message.receivedAt, reply.publishedAt) : null;
  const declined = (reply.declineReason ?? null) !== null;
  const took = lasted ? `用时 ${lasted}` : null;
  const published = reply.publishedAt ? `${momentWords(reply.publishedAt, serverToday())} 发布` : null;
  // in large type the name of the unit needs the whole line
  const facts = [declined ? reply.unitName : null, elder ? took : null, published]
    .filter(Boolean)
    .join(' · ');
  return (
    <Card title={declined ? '不予受理' : `${reply.unitName} 答复`} note={took && !elder ? took : undefined}>
      <ReadAloud parts={spoken}>
        <View className="t-pre">
          <Sentences part="reply" text={reply.text} />
        </View>
      </ReadAloud>
      {facts && <View className="t-note mt-s">{facts}</View>}
      {message.clock === 'late' && (
        <View className="t-note t-late">
          应于 {formatMonthDay(message.dueOn)}答复，这次答复晚了，向您致歉。
        </View>
      )}
    </Card>
  );
}
