import { useState } from 'react';
import { QueryView, View } from '../../ui';
import { TaskActions } from './task-actions';
import { DecisionSheet, type Decision } from './task-decision';
import { TaskView } from './task-view';
import { useTask } from './use-task';

/** A task beside the list, with its buttons kept in sight at the bottom of the pane. */
export function TaskPane({ id }: { id: number }) {
  const task = useTask(id);
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <QueryView query={task}>
      {(detail) => (
        <>
          <TaskView task={detail} />
          <View className="pane-foot">
            <TaskActions task={detail} onDecide={setDecision} />
          </View>
          <DecisionSheet task={detail} decision={decision} onClose={() => setDecision(null)} />
        </>
      )}
    </QueryView>
  );
}
