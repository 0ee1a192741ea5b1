import { useState } from 'react';
import { TaskActions } from '../../features/task/task-actions';
import { DecisionSheet, type Decision } from '../../features/task/task-decision';
import { useTask } from '../../features/task/use-task';
import { TaskView } from '../../features/task/task-view';
import { idOf, useParams, useShareCard } from '../../platform';
import { Page, QueryView } from '../../ui';

export default function TaskPage() {
  const { id } = useParams('task');
  const task = useTask(idOf(id));
  const [decision, setDecision] = useState<Decision | null>(null);
  useShareCard(task.data ? `任务进展：${task.data.text.slice(0, 24)}` : '任务进展', 'task', { id: idOf(id) });
  return (
    <Page
      title="任务进展"
      onRefresh={() => task.refetch()}
      foot={task.data && <TaskActions task={task.data} onDecide={setDecision} />}
    >
      <QueryView query={task}>
        {(detail) => (
          <>
            <TaskView task={detail} />
            <DecisionSheet task={detail} decision={decision} onClose={() => setDecision(null)} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
