import { oversightEndpoints } from '@sunledger/shared-types';
import { open, useKeyset, usePageShow } from '../../platform';
import { Button, Card, View } from '../../ui';
import { InboxCard } from './inbox-card';
import { itemKey, placeOf } from './inbox-words';
import { useRoles } from './use-roles';

/** What waits for the official’s own word: bulletins to publish, close-outs that they are named to verify. */
export function BoardWaiting() {
  const roles = useRoles();
  const waiting = useKeyset(oversightEndpoints.inbox, { tab: 'review', limit: 20 });
  usePageShow(() => void waiting.reload());
  const { items } = waiting;
  if (items.length === 0) return null;
  return (
    <Card title="等您审核" note={waiting.hasMore ? undefined : `${items.length} 件`}>
      <View className="stack stack--s">
        {items.map((item) => (
          <InboxCard
            key={itemKey(item)}
            item={item}
            tab="review"
            home=""
            selected={false}
            onTap={() => {
              const place = placeOf(item, 'review', roles);
              if (place.name !== 'progressNew') open(place.name, { id: place.id });
            }}
          />
        ))}
        {waiting.hasMore && (
          <Button kind="ghost" onTap={waiting.more}>
            还有更多
          </Button>
        )}
      </View>
    </Card>
  );
}
