import type { WorkPoint } from '@sunledger/shared-types';
import { useState } from 'react';
import { Button, Card, Empty, Items, Segmented, View } from '../../ui';
import { paperDate, pointNumber } from '../plan/plan-words';
import { sectionsOf } from '../plan/plan-tree';
import './plan-import.scss';

const few = 15;

/** The text of a plan to be checked: one section at a time, units and dates beside each item. */
export function PlanOutline({ points }: { points: readonly WorkPoint[] }) {
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(few);
  const sections = sectionsOf(points);
  const section = sections[at];
  if (!section) {
    return (
      <Card>
        <Empty icon="file" title="没有要点" text="这份工作要点里还没有内容，请核对导入结果。" />
      </Card>
    );
  }
  return (
    <View className="stack">
      {sections.length > 1 && (
        <Segmented
          label="部分"
          value={String(at)}
          onChange={(value) => {
            setAt(Number(value));
            setCount(few);
          }}
          options={sections.map((each, index) => ({
            value: String(index),
            label: each.number ?? `第 ${index + 1} 部分`,
          }))}
        />
      )}
      <Card
        title={[section.number, section.title].filter(Boolean).join('、') || '正文'}
        note={`${section.items.length} 条`}
      >
        {section.text && <View className="t-pre">{section.text}</View>}
        <Items>
          {section.items.slice(0, count).map((item) => (
            <View key={item.id}>
              <Point point={item} />
              {item.subItems.length > 0 && (
                <View className="check-sub">
                  <Items>
                    {item.subItems.map((sub) => (
                      <Point key={sub.id} point={sub} />
                    ))}
                  </Items>
                </View>
              )}
            </View>
          ))}
        </Items>
        {section.items.length > count && (
          <View className="mt">
            <Button kind="plain" onTap={() => setCount(count + few)}>
              再看 {Math.min(few, section.items.length - count)} 条
            </Button>
          </View>
        )}
      </Card>
    </View>
  );
}

function Point({ point }: { point: WorkPoint }) {
  const names = (units: WorkPoint['leadUnits']): string => units.map((unit) => unit.name).join('、');
  const due = paperDate(point.dueOn);
  const head = [pointNumber(point), point.title].filter(Boolean).join('');
  return (
    <View>
      {head !== '' && <View className="t-strong">{head}</View>}
      {point.text && <View className="t-pre">{point.text}</View>}
      {point.leadUnits.length > 0 && <View className="t-note">牵头：{names(point.leadUnits)}</View>}
      {point.responsibleUnits.length > 0 && (
        <View className="t-note">责任：{names(point.responsibleUnits)}</View>
      )}
      {(point.deadlineText || due) && (
        <View className="t-note">
          时限：{point.deadlineText ?? due}
          {point.deadlineText && due ? `（${due}）` : ''}
        </View>
      )}
    </View>
  );
}
