import { messageEndpoints, type TaskDetail } from '@sunledger/shared-types';
import { open, useCall } from '../../platform';
import { Card, Items, Skeleton, TextLink, View } from '../../ui';
import { AnswerItem } from '../search/answer-item';

/** Answers that are shown beside a task before “全部” leads to the list. */
const few = 3;

/** What people asked about this task; only what is public is shown, all of it is counted. */
export function TaskQuestions({ task }: { task: TaskDetail }) {
  const { total, answered } = task.questions;
  const list = useCall(
    messageEndpoints.list,
    { region: task.regionCode, scope: 'public', task: task.id, limit: few },
    { enabled: total > 0 },
  );
  const items = list.data?.items ?? [];
  return (
    <Card
      title={total > 0 ? `留言 ${total}` : '留言'}
      note={total > 0 ? `已答复 ${answered}` : undefined}
      more={
        items.length > 0 && list.data?.nextCursor
          ? { text: '全部', onTap: () => open('answers', { task: task.id }) }
          : undefined
      }
    >
      {total === 0 && <View className="t-2">还没有人就这项任务留言。想知道什么，尽管问。</View>}
      {total > 0 && list.isLoading && <Skeleton cards={1} />}
      {total > 0 && list.error && (
        <TextLink icon="refresh" onTap={() => void list.refetch()}>
          留言没有读到，点这里再试
        </TextLink>
      )}
      {items.length > 0 && (
        <Items>
          {items.map((message) => (
            <AnswerItem key={message.id} message={message} />
          ))}
        </Items>
      )}
      {total > 0 && list.data && items.length === 0 && (
        <View className="t-2">留言人没有选择公开，这里不显示内容。</View>
      )}
      {items.length > 0 && items.length < total && !list.data?.nextCursor && (
        <View className="t-note mt-s">其余 {total - items.length} 条没有公开。</View>
      )}
    </Card>
  );
}
