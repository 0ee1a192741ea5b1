import { followEndpoints, type Follow } from '@sunledger/shared-types';
import { chooseRegion, open, useKeyset, useSession } from '../../platform';
import { Card, Empty, Icon, KeysetList, Text, View } from '../../ui';
import { TaskCard } from '../task/task-card';
import { FollowUnit } from './follow-button';

/** 我关注的: tasks as they stand, and units whose tasks are all followed. */
export function MyFollows() {
  const list = useKeyset(followEndpoints.list, {});
  return (
    <KeysetList
      {...list}
      itemKey={(follow) => follow.id}
      renderItem={(follow) => <FollowItem follow={follow} />}
      empty={
        <Empty
          icon="star"
          title="还没有关注"
          text="在任务页点“关注”，有新进展、办完或逾期时，这里和“我的提醒”会告诉您。"
          action={{ text: '去看任务', onTap: () => open('tasks') }}
        />
      }
    />
  );
}

function FollowItem({ follow }: { follow: Follow }) {
  const regionCode = useSession((state) => state.regionCode);
  const { task, unit } = follow;
  if (task) return <TaskCard task={task} onTap={() => open('task', { id: task.id })} withYear />;
  if (!unit) return null;
  const seeTasks = (): void => {
    if (regionCode !== follow.regionCode) chooseRegion(follow.regionCode);
    open('tasks', { unit: unit.id });
  };
  return (
    <View className="stack stack--s">
      <Card onTap={seeTasks}>
        <View className="row">
          <Icon name="building" className="btn__icon" />
          <View className="grow">
            <Text className="t-strong">{unit.name}</Text>
            <View className="t-note">{follow.regionName} · 看这个单位的全部任务</View>
          </View>
          <Icon name="next" />
        </View>
      </Card>
      <FollowUnit unit={unit} />
    </View>
  );
}
