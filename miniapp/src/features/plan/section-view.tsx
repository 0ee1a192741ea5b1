import { useMemo, useState } from 'react';
import { Card, Icon, ReadAloud, StackedBar, Tap, Text, View } from '../../ui';
import { lightPartsOf, lightSummary, totalOf } from '../task/light-parts';
import { PlanItemView, sectionTasks } from './plan-item-view';
import { PointTasks } from './point-tasks';
import { ownLights, spokenParts, type PlanSection } from './plan-tree';
import { pointNumber } from './plan-words';
import { ReadMore } from './read-more';
import type { PlanTasks } from './use-plan';
import './plan.scss';

interface SectionViewProps {
  section: PlanSection;
  list: PlanTasks;
  opened: ReadonlySet<number>;
  onToggle: (pointId: number) => void;
}

/** One section of the paper with its items. */
export function SectionView({ section, list, opened, onToggle }: SectionViewProps) {
  const title = `${pointNumber({ number: section.number, level: 'section' })}${section.title ?? ''}`;
  const total = totalOf(section.lights);
  const spoken = useMemo(() => spokenParts(section), [section]);
  return (
    <Card id={`point-${section.id}`} className="plan-section">
      {title !== '' && (
        <View as="h2" className="t-head plan-section__title">
          {title}
        </View>
      )}
      {total > 0 && (
        <>
          <View className="t-note">{lightSummary(section.lights)}</View>
          <View className="mt-s">
            <StackedBar label={section.title ?? '任务'} parts={lightPartsOf(section.lights)} />
          </View>
        </>
      )}
      <ReadAloud parts={spoken} words="听这一部分">
        {section.text && (
          <View className="mt-s">
            <ReadMore part={`section-${section.id}`} text={section.text} />
          </View>
        )}
        <View className="plan-section__items">
          {section.items.map((item) => (
            <PlanItemView
              key={item.id}
              item={item}
              opened={opened.has(item.id)}
              onToggle={() => onToggle(item.id)}
              list={list}
            />
          ))}
          <OwnTasks
            section={section}
            list={list}
            opened={opened.has(-section.id - 1)}
            onToggle={() => onToggle(-section.id - 1)}
          />
        </View>
      </ReadAloud>
    </Card>
  );
}

interface OwnTasksProps {
  section: PlanSection;
  list: PlanTasks;
  opened: boolean;
  onToggle: () => void;
}

/** How many of a long list are drawn at once. */
const step = 10;

/** Tables often name the section only: its tasks stand behind the items, closed until wanted. */
function OwnTasks({ section, list, opened, onToggle }: OwnTasksProps) {
  const [shown, setShown] = useState(step);
  const count = totalOf(ownLights(section));
  if (section.id === 0 || count === 0) return null;
  const tasks = sectionTasks(list.tasks, section.id);
  return (
    <View className="plan-item">
      <Tap className="plan-item__head" onTap={onToggle} expanded={opened}>
        <View className="row">
          <View className="grow t-strong">本部分任务清单</View>
          <Text className="t-note">{count} 项</Text>
          <Icon
            name="down"
            className={opened ? 'plan-item__arrow plan-item__arrow--up' : 'plan-item__arrow'}
          />
        </View>
      </Tap>
      {opened && (
        <View className="plan-item__body">
          <PointTasks list={list} tasks={tasks.slice(0, shown)} />
          {tasks.length > shown && (
            <Tap className="plan-more" onTap={() => setShown(shown + step)}>
              <Text>再看 {Math.min(step, tasks.length - shown)} 项</Text>
            </Tap>
          )}
        </View>
      )}
    </View>
  );
}
