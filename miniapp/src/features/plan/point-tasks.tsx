import type { TaskRow } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { LightChip, Tap, Text, TextLink, View } from '../../ui';
import { deadlineShort, lightMore, taskNumber, unitsShort } from '../task/task-words';
import type { PlanTasks } from './use-plan';
import './plan.scss';

interface PointTasksProps {
  list: PlanTasks;
  /** Those of this point. */
  tasks: readonly TaskRow[];
}

/** The tasks of an opened point: each opens, and each can be asked about. */
export function PointTasks({ list, tasks }: PointTasksProps) {
  if (list.state === 'error') {
    return (
      <TextLink icon="refresh" onTap={() => void list.reload()}>
        任务没有读到，点这里再试
      </TextLink>
    );
  }
  if (list.state === 'loading' && tasks.length === 0) return <View className="bone mt-s" />;
  return (
    <View className="point-tasks">
      {tasks.map((task) => (
        <View key={task.id} className="point-task">
          <Tap className="point-task__tap" onTap={() => open('task', { id: task.id })}>
            <View className="row row--wrap row--between">
              <LightChip light={task.light} more={lightMore(task, serverToday())} />
              <Text className="t-note">{taskNumber(task.no)}</Text>
            </View>
            <View className="mt-s">{task.text}</View>
            <View className="t-note">
              {[
                unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits),
                deadlineShort(task),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </Tap>
          <View className="point-task__links">
            <TextLink onTap={() => open('task', { id: task.id })} label={`查看进展：${task.text}`}>
              查看进展
            </TextLink>
            <TextLink
              icon="edit"
              onTap={() => open('messageNew', { taskId: task.id })}
              label={`就这项任务留言：${task.text}`}
            >
              我要留言
            </TextLink>
          </View>
        </View>
      ))}
    </View>
  );
}
