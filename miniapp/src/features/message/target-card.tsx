import { counterEndpoints, taskEndpoints } from '@sunledger/shared-types';
import { useCall } from '../../platform';
import { Card, Notice, View } from '../../ui';
import { useRegion } from '../region/use-region';
import type { MessageTarget } from './use-target';

/** What a message is about: a task of the ledger, or the region. */
export function TargetCard({ target }: { target: MessageTarget }) {
  if (target.counter) return <CounterTarget counter={target.counter} />;
  if (target.taskId > 0) return <TaskTarget taskId={target.taskId} />;
  return (
    <View className="stack">
      {target.taskGone && (
        <Notice tone="soon" icon="info">
          没有找到这项任务，您的留言将交政务公开办转给相关单位。
        </Notice>
      )}
      <RegionTarget region={target.region} />
    </View>
  );
}

function CounterTarget({ counter }: { counter: string }) {
  const place = useCall(counterEndpoints.look, { key: counter });
  return (
    <Card>
      <View className="t-note">留言对象</View>
      <View className="t-strong">{place.data?.name ?? '这个窗口'}</View>
      {place.data && <View className="t-note">{place.data.unit.name}</View>}
    </Card>
  );
}

function TaskTarget({ taskId }: { taskId: number }) {
  const task = useCall(taskEndpoints.get, { id: taskId });
  const units = task.data?.leadUnits.map((unit) => unit.name).join('、');
  return (
    <Card>
      <View className="t-note">留言对象</View>
      {task.data ? (
        <>
          <View className="t-strong clamp-3">
            {task.data.no ? `第 ${task.data.no} 项 · ` : ''}
            {task.data.text}
          </View>
          {units && <View className="t-note">牵头单位：{units}</View>}
        </>
      ) : (
        <View className="t-strong">这项任务</View>
      )}
    </Card>
  );
}

function RegionTarget({ region }: { region: string }) {
  const detail = useRegion(region);
  return (
    <Card>
      <View className="t-note">留言对象</View>
      <View className="t-strong">{detail.data?.name ?? '本地区'}政务公开办</View>
      <View className="t-note">不用知道归谁管，政务公开办会转给相关单位。</View>
    </Card>
  );
}
