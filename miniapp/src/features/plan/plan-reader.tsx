import type { PlanDetail } from '@sunledger/shared-types';
import { useEffect, useMemo, useState } from 'react';
import { goToId } from '../../platform';
import { Empty, Segmented, View } from '../../ui';
import { LightBoard } from '../task/light-board';
import { PlanHead } from './plan-head';
import { PlanOverview, PlanPapers } from './plan-papers';
import { findPoint, sectionsOf } from './plan-tree';
import { sectionLabel } from './plan-words';
import { SectionView } from './section-view';
import { usePlanTasks } from './use-plan';
import './plan.scss';

interface PlanReaderProps {
  plan: PlanDetail;
  /** The point to open and show at once, 0 for none. */
  point: number;
}

/** A plan to read: head, section by section, each item with its tasks; on wide windows the head stands beside. */
export function PlanReader({ plan, point }: PlanReaderProps) {
  const sections = useMemo(() => sectionsOf(plan.points), [plan.points]);
  const asked = findPoint(sections, point);
  const [chosen, setChosen] = useState(String(asked?.section.id ?? sections[0]?.id ?? 0));
  const [opened, setOpened] = useState<ReadonlySet<number>>(
    () => new Set(asked?.item ? [asked.item.id] : []),
  );
  const list = usePlanTasks(plan.regionCode, plan.id, opened.size > 0);
  const section = sections.find(({ id }) => String(id) === chosen) ?? sections[0];

  useEffect(() => {
    if (point <= 0) return undefined;
    // after the page has been laid out
    const timer = setTimeout(() => goToId(`point-${point}`), 300);
    return () => clearTimeout(timer);
  }, [point]);

  const toggle = (id: number): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <View className="plan-reader">
      <View className="plan-reader__side stack">
        <PlanHead plan={plan} />
        {plan.taskCount > 0 && <LightBoard year={plan.year} plan={plan.id} counts={plan.lights} />}
      </View>
      <View className="plan-reader__main stack">
        <PlanOverview plan={plan} />
        {sections.length > 1 && (
          <Segmented
            label="部分"
            options={sections.map((each) => ({ value: String(each.id), label: sectionLabel(each) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {section ? (
          <SectionView key={section.id} section={section} list={list} opened={opened} onToggle={toggle} />
        ) : (
          <Empty title="这份工作要点没有分条" text="可在“文件信息”里看原文的其他内容。" />
        )}
        <PlanPapers plan={plan} />
      </View>
    </View>
  );
}
