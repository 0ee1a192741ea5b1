import { messageEndpoints } from '@sunledger/shared-types';
import { open, useCall } from '../../platform';
import { Card, Items, Skeleton, TextLink, View } from '../../ui';
import { AnswerItem } from './answer-item';

/** The newest answers that their authors and the staff have made public. */
export function LatestAnswers({ region, count }: { region: string; count: number }) {
  const list = useCall(messageEndpoints.list, { region, scope: 'public', limit: count });
  const items = list.data?.items ?? [];
  return (
    <Card title="最新公开答复" more={{ text: '全部', onTap: () => open('answers') }}>
      {list.isLoading && <Skeleton cards={1} />}
      {list.error && !list.data && (
        <TextLink icon="refresh" onTap={() => void list.refetch()}>
          答复没有读到，点这里再试
        </TextLink>
      )}
      {list.data && items.length === 0 && <View className="t-2">还没有公开的答复。</View>}
      {items.length > 0 && (
        <Items>
          {items.map((message) => (
            <AnswerItem key={message.id} message={message} />
          ))}
        </Items>
      )}
    </Card>
  );
}
