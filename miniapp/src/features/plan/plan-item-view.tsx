import type { TaskRow, WorkPoint } from '@sunledger/shared-types';
import { Chip, Facts, Icon, LightChip, Sentences, StackedBar, Tap, Text, useBeingRead, View } from '../../ui';
import { finishedOf, lightPartsOf, pressingLight, totalOf } from '../task/light-parts';
import { PointTasks } from './point-tasks';
import { tasksOfItem, type PlanItem } from './plan-tree';
import { paperDate, pointNumber, unitsLabel } from './plan-words';
import type { PlanTasks } from './use-plan';
import './plan.scss';

interface PlanItemViewProps {
  item: PlanItem;
  opened: boolean;
  onToggle: () => void;
  list: PlanTasks;
}

/** An item of the paper: its sentence, who answers, how its tasks stand; opened, the whole of it. */
export function PlanItemView({ item, opened, onToggle, list }: PlanItemViewProps) {
  const tasks = tasksOfItem(item, list.tasks);
  const count = totalOf(item.lights);
  const heading = item.title ?? item.text ?? '';
  const read = useBeingRead(`text-${item.id}`);
  const units = [
    unitsLabel('牵头', item.leadUnits),
    unitsLabel('责任', item.responsibleUnits),
    item.deadlineText,
  ];
  return (
    <View className="plan-item" id={`point-${item.id}`}>
      <Tap className="plan-item__head" onTap={onToggle} expanded={opened}>
        <View className="row row--top">
          {pointNumber(item) !== '' && <Text className="plan-item__number">{pointNumber(item)}</Text>}
          <View className="grow">
            <View className={item.title ? 't-strong' : opened || read ? 'plan-text' : 'plan-text clamp-3'}>
              <Sentences part={item.title ? `title-${item.id}` : `text-${item.id}`} text={heading} />
            </View>
            {item.title && item.text && !opened && (
              <View className={read ? 'plan-text t-2' : 'plan-text t-2 clamp-2'}>
                <Sentences part={`text-${item.id}`} text={item.text} />
              </View>
            )}
          </View>
          <Icon
            name="down"
            className={opened ? 'plan-item__arrow plan-item__arrow--up' : 'plan-item__arrow'}
          />
        </View>
        {!opened && (
          <View className="row row--wrap plan-item__chips">
            {units
              .filter((words): words is string => Boolean(words))
              .map((words) => (
                <Chip key={words}>{words}</Chip>
              ))}
          </View>
        )}
        {count > 0 && <LightLine item={item} count={count} />}
      </Tap>
      {opened && (
        <View className="plan-item__body">
          {item.title && item.text && (
            <View className="plan-text">
              <Sentences part={`text-${item.id}`} text={item.text} />
            </View>
          )}
          {item.subItems.map((sub) => (
            <SubItem key={sub.id} sub={sub} />
          ))}
          <PointFacts point={item} />
          {count > 0 && <PointTasks list={list} tasks={tasks} />}
        </View>
      )}
    </View>
  );
}

/** How the tasks below stand: a bar, and the words for it. */
function LightLine({ item, count }: { item: PlanItem; count: number }) {
  const pressing = pressingLight(item.lights);
  return (
    <View className="light-line">
      <View className="grow">
        <StackedBar label="任务" parts={lightPartsOf(item.lights)} />
      </View>
      <Text className="light-line__words t-note">
        {finishedOf(item.lights)}/{count} 项完成
      </Text>
      {pressing && (
        <View className="light-line__chip">
          <LightChip light={pressing.light} more={`${pressing.count} 项`} />
        </View>
      )}
    </View>
  );
}

function SubItem({ sub }: { sub: WorkPoint }) {
  return (
    <View className="plan-sub" id={`point-${sub.id}`}>
      <Text className="t-strong">
        {pointNumber(sub)}
        {sub.title}
      </Text>
      {sub.text && <Text className="plan-text">{sub.text}</Text>}
      <PointFacts point={sub} />
    </View>
  );
}

function PointFacts({ point }: { point: WorkPoint }) {
  const names = (units: WorkPoint['leadUnits']) => units.map((unit) => unit.name).join('、');
  const date = paperDate(point.dueOn);
  const deadline = [point.deadlineText, date && point.deadlineText ? `（${date}）` : date]
    .filter(Boolean)
    .join('');
  if (point.leadUnits.length + point.responsibleUnits.length === 0 && deadline === '') return null;
  return (
    <View className="mt-s">
      <Facts
        items={[
          { label: '牵头单位', value: names(point.leadUnits) },
          { label: '责任单位', value: names(point.responsibleUnits) },
          { label: '完成时限', value: deadline },
        ]}
      />
    </View>
  );
}

/** The tasks that belong to a section as a whole. */
export function sectionTasks(tasks: readonly TaskRow[], sectionId: number): TaskRow[] {
  return tasks.filter((task) => (sectionId === 0 ? task.pointId === null : task.pointId === sectionId));
}
