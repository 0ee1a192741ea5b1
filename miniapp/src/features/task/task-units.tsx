import {
  formatMonthDay,
  memberStateWords,
  type MemberState,
  type TaskDetail,
  type TaskUnit,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { Chip, Facts, Icon, Sheet, Tap, Text, View, type Tone } from '../../ui';
import { deadlineParts, timeLeftWords } from './task-words';
import { serverToday } from '../../platform';
import './task.scss';

type Expanded = TaskDetail['expandedUnits'][number];

const memberTones: Record<MemberState, Tone> = {
  none: 'grey',
  submitted: 'soon',
  approved: 'going',
  done: 'done',
};

/** ▶ is an emoji to iOS unless the text form is asked for. */
const textShape = (shape: string): string => (shape === '▶' ? `${shape}\uFE0E` : shape);

/** Who leads, who answers, by when; a collective unit opens into its members. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  const [shown, setShown] = useState<Expanded | null>(null);
  const deadline = deadlineParts(task);
  const left =
    task.light === 'dueSoon' || task.light === 'overdue' ? null : timeLeftWords(task, serverToday());
  const list = (units: readonly TaskUnit[]) =>
    units.length === 0 ? null : <UnitList units={units} expanded={task.expandedUnits} onOpen={setShown} />;
  const nobody = task.leadUnits.length === 0 && task.responsibleUnits.length === 0;
  return (
    <>
      <Facts
        items={[
          { label: '牵头单位', value: list(task.leadUnits) },
          {
            label: '责任单位',
            value: list(task.responsibleUnits) ?? (nobody ? '文件没有写明，由政务公开办确定' : null),
          },
          {
            label: '完成时限',
            value: (
              <>
                <View>{deadline.text ?? deadline.date}</View>
                <View className="t-2">
                  {[deadline.text && deadline.date, left].filter(Boolean).join('，')}
                </View>
              </>
            ),
          },
          {
            label: '完成日期',
            value: task.finishedOn ? <FinishedOn task={task} finishedOn={task.finishedOn} /> : null,
          },
        ]}
      />
      <Sheet
        open={shown !== null}
        title={shown ? `${shown.name}（${shown.members.length} 家）` : ''}
        onClose={() => setShown(null)}
      >
        {shown && (
          <View className="t-2">
            {shown.members.length} 家中 {shown.reported} 家已报。成员单位报送的进展各自计数。
          </View>
        )}
        {shown?.members.map((member) => (
          <View key={member.id} className="list-row">
            <View className="grow">
              <View>{member.name}</View>
              {member.lastReportOn && (
                <View className="t-note">最近报送 {formatMonthDay(member.lastReportOn)}</View>
              )}
            </View>
            <Chip tone={memberTones[member.state]} shape={textShape(memberStateWords[member.state].shape)}>
              {memberStateWords[member.state].word}
            </Chip>
          </View>
        ))}
      </Sheet>
    </>
  );
}

function FinishedOn({ task, finishedOn }: { task: TaskDetail; finishedOn: string }) {
  const { date } = deadlineParts({ deadlineText: null, dueOn: finishedOn, continuous: false });
  return (
    <>
      <View>{date}</View>
      <View className="t-note">
        {task.light === 'doneLate' ? '首次报送完成的日期，晚于时限' : '首次报送完成的日期'}
      </View>
    </>
  );
}

interface UnitListProps {
  units: readonly TaskUnit[];
  expanded: readonly Expanded[];
  onOpen: (unit: Expanded) => void;
}

function UnitList({ units, expanded, onOpen }: UnitListProps) {
  const collective = (name: string): Expanded | undefined => expanded.find((unit) => unit.name === name);
  const single = units.filter((unit) => !collective(unit.name)).map((unit) => unit.name);
  return (
    <>
      {single.length > 0 && <View>{single.join('、')}</View>}
      {units.map((unit) => {
        const group = collective(unit.name);
        return (
          group && (
            <Tap key={unit.name} className="unit-group" onTap={() => onOpen(group)}>
              <Text className="unit-group__name">{group.name}</Text>
              <Text className="unit-group__count">
                {group.members.length} 家：{group.reported} 已报
              </Text>
              <Icon name="next" />
            </Tap>
          )
        );
      })}
    </>
  );
}
