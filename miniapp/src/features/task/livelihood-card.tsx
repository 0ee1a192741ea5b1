import { taskEndpoints } from '@sunledger/shared-types';
import { open, serverToday, useCall } from '../../platform';
import { Card, Item, Items, LightChip, lightTones, ProgressBar, Skeleton, TextLink, View } from '../../ui';
import { deadlineShort, lightMore, unitsShort } from './task-words';

/** 民生实事 on the home page: what it is, who leads, by when, how far; nothing when the plan names none. */
export function LivelihoodCard({ region, plan, count }: { region: string; plan: number; count: number }) {
  const list = useCall(
    taskEndpoints.list,
    { region, plan, mark: 'livelihood', limit: count },
    { staleMs: 60_000 },
  );
  const items = list.data?.items ?? [];
  if (list.data && items.length === 0) return null;
  return (
    <Card title="民生实事" note="办到哪一步了">
      {list.isLoading && <Skeleton cards={1} />}
      {list.error && !list.data && (
        <TextLink icon="refresh" onTap={() => void list.refetch()}>
          民生实事没有读到，点这里再试
        </TextLink>
      )}
      {items.length > 0 && (
        <Items>
          {items.map((task) => (
            <Item key={task.id} onTap={() => open('task', { id: task.id })}>
              <View className="t-strong clamp-2">{task.text}</View>
              <View className="t-note">
                {[
                  unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits),
                  deadlineShort(task),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
              <View className="mt-s">
                <LightChip light={task.light} more={lightMore(task, serverToday())} />
              </View>
              <View className="mt-s">
                <ProgressBar percent={task.percent} tone={lightTones[task.light]} label="进度" />
              </View>
            </Item>
          ))}
        </Items>
      )}
    </Card>
  );
}
