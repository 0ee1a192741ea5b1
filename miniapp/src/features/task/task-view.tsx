import type { TaskDetail } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, LightChip, lightTones, ListRow, ProgressBar, Text, View } from '../../ui';
import { SubjectSupervisionCard } from '../supervision/subject-supervision';
import { TaskProgress } from './task-progress';
import { TaskQuestions } from './task-questions';
import { TaskPast, TaskStanding } from './task-standing';
import { TaskFacts } from './task-units';
import { lightMore, taskNumber } from './task-words';

/** A task in whole: how it stands, who does it by when, what was done, what people asked, where it comes from. */
export function TaskView({ task }: { task: TaskDetail }) {
  const number = taskNumber(task.no);
  const where = [task.point?.number, task.point?.title].filter(Boolean).join(' ') || task.section;
  return (
    <View className="stack">
      <Card>
        <View className="row row--wrap row--between">
          <LightChip light={task.light} more={lightMore(task, serverToday())} />
          {number && <Text className="t-note">{number}</Text>}
        </View>
        <View as="h2" className="t-head task-view__text">
          {task.text}
        </View>
        <TaskFacts task={task} />
        <View className="mt">
          <ProgressBar percent={task.percent} tone={lightTones[task.light]} label="进度" thick />
        </View>
      </Card>
      <TaskStanding task={task} />
      <TaskProgress task={task} />
      <SubjectSupervisionCard kind="task" id={task.id} />
      <TaskQuestions task={task} />
      <TaskPast task={task} />
      <Card className="card--flush">
        <ListRow
          icon="file"
          title={task.plan.title}
          note={[task.plan.documentNumber, where].filter(Boolean).join(' · ')}
          onTap={() => open('plan', { id: task.plan.id, ...(task.point ? { point: task.point.id } : {}) })}
        />
      </Card>
    </View>
  );
}
