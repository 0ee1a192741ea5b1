import type { TaskRow } from '@sunledger/shared-types';
import { open, serverToday } from '../../platform';
import { Card, LightChip, lightTones, ProgressBar, Text, TextLink, View } from '../../ui';
import { deadlineShort, lightMore, taskNumber, unitsShort } from '../task/task-words';
import './progress.scss';

/** The task that a report is about, short. */
export function ReportedTask({ task }: { task: TaskRow }) {
  const number = taskNumber(task.no);
  const lead = unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits);
  const facts = [lead, deadlineShort(task)];
  return (
    <Card>
      <View className="row row--wrap row--between">
        <LightChip light={task.light} more={lightMore(task, serverToday())} />
        {number && <Text className="t-note">{number}</Text>}
      </View>
      <View className="report-task t-strong">{task.text}</View>
      <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
      <View className="mt-s">
        <ProgressBar percent={task.percent} tone={lightTones[task.light]} label="已公开的进度" />
      </View>
      <TextLink onTap={() => open('task', { id: task.id })}>看任务全部进展</TextLink>
    </Card>
  );
}
