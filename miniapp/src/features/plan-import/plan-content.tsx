import { taskEndpoints, type PlanDetail } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useKeyset } from '../../platform';
import { Empty, KeysetList, Segmented, View } from '../../ui';
import { TaskCard } from '../task/task-card';
import { PlanOutline } from './plan-outline';

type Part = 'points' | 'tasks';

/** What is in a plan, to be checked before it goes on: its text, and the tasks that come of it. */
export function PlanContent({ plan }: { plan: PlanDetail }) {
  const [part, setPart] = useState<Part>('points');
  return (
    <View className="stack">
      <Segmented
        label="内容"
        value={part}
        onChange={setPart}
        options={[
          { value: 'points', label: '要点' },
          { value: 'tasks', label: '任务', count: plan.taskCount },
        ]}
      />
      {part === 'points' ? <PlanOutline points={plan.points} /> : <PlanTasks plan={plan} />}
    </View>
  );
}

function PlanTasks({ plan }: { plan: PlanDetail }) {
  const tasks = useKeyset(taskEndpoints.list, { region: plan.regionCode, plan: plan.id, limit: 20 });
  return (
    <KeysetList
      {...tasks}
      itemKey={(task) => task.id}
      renderItem={(task) => <TaskCard task={task} onTap={() => open('task', { id: task.id })} />}
      end={`共 ${tasks.items.length} 项`}
      empty={<Empty icon="tasks" title="没有任务" text="没有任务的工作要点不能发布，请核对导入结果。" />}
    />
  );
}
