import type { TaskRow } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, LightChip, lightTones, ProgressBar, Text, View } from '../../ui';
import { deadlineShort, lightMore, taskNumber, unitsShort } from './task-words';
import './task.scss';

interface TaskCardProps {
  task: TaskRow;
  onTap: () => void;
  selected?: boolean;
  /** Lists over several years say which. */
  withYear?: boolean;
}

/** One row of the ledger: light, text, who leads, by when, how far. */
export function TaskCard({ task, onTap, selected, withYear }: TaskCardProps) {
  const number = taskNumber(task.no);
  const lead = unitsShort(task.leadUnits.length > 0 ? task.leadUnits : task.responsibleUnits);
  const facts = [withYear ? `${task.year}年` : '', lead, deadlineShort(task)].filter(Boolean);
  return (
    <Card onTap={onTap} selected={selected}>
      <View className="row row--wrap row--between">
        <LightChip light={task.light} more={lightMore(task, serverToday())} />
        {number && <Text className="t-note">{number}</Text>}
      </View>
      <View className="task-card__text clamp-3">{task.text}</View>
      <View className="t-note">{facts.join(' · ')}</View>
      {task.percent > 0 && task.light !== 'done' && task.light !== 'doneLate' && (
        <View className="mt-s">
          <ProgressBar percent={task.percent} tone={lightTones[task.light]} label="进度" />
        </View>
      )}
    </Card>
  );
}
