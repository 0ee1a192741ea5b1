import type { TaskDetail } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, Chip, LightChip, lightTones, ListRow, ProgressBar, Text, View } from '../../ui';
import { SubjectSupervisionCard } from '../supervision/subject-supervision';
import { FollowTask } from '../follow/follow-button';
import { MarkLivelihood } from './mark-livelihood';
import { plainWords } from './plain-words';
import { TaskEvents } from './task-events';
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
          <View className="row row--wrap">
            <LightChip light={task.light} more={lightMore(task, serverToday())} />
            {task.livelihood && <Chip shape="★">民生实事</Chip>}
          </View>
          <View className="row">
            {number && <Text className="t-note task-view__number">{number}</Text>}
            <FollowTask task={task} />
          </View>
        </View>
        <View as="h2" className="t-head task-view__text">
          {task.text}
        </View>
        <PlainCard task={task} />
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
      <TaskEvents task={task} />
      <Card className="card--flush">
        <ListRow
          icon="file"
          title={task.plan.title}
          note={[task.plan.documentNumber, where].filter(Boolean).join(' · ')}
          onTap={() => open('plan', { id: task.plan.id, ...(task.point ? { point: task.point.id } : {}) })}
        />
        {task.versions > 1 && (
          <ListRow
            icon="edit"
            title={`文字改过 ${task.versions - 1} 次`}
            note="每次改了什么、为什么改"
            onTap={() => open('taskVersions', { id: task.id })}
          />
        )}
      </Card>
      <MarkLivelihood task={task} />
    </View>
  );
}

/** The task as one tells it to a neighbour, above the words of the paper. */
function PlainCard({ task }: { task: TaskDetail }) {
  return (
    <View className="plain">
      {plainWords(task, serverToday()).map(({ label, text }) => (
        <View key={label} className="plain__line">
          <Text className="plain__label">{label}</Text>
          <Text className="plain__text">{text}</Text>
        </View>
      ))}
    </View>
  );
}
