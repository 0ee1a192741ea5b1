import { taskEndpoints, unitEndpoints } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { useCall, useKeyset } from '../../platform';
import { ErrorState, Icon, SearchBar, Skeleton, Tap, View } from '../../ui';
import { unitChoices, type UnitChoice } from './unit-list';
import './reply.scss';

interface UnitPickerProps {
  code: string;
  /** The unit that has it now, which is no choice; 0 for none. */
  current: number;
  /** The task that it is about: its leading units come first. */
  taskId: number | null;
  onPick: (unit: UnitChoice) => void;
}

/** The units of a region, found by name; those that lead the task first. */
export function UnitPicker({ code, current, taskId, onPick }: UnitPickerProps) {
  const [word, setWord] = useState('');
  const list = useKeyset(unitEndpoints.list, { code, limit: 100 });
  const task = useCall(taskEndpoints.get, { id: taskId ?? 0 }, { enabled: taskId !== null });
  const { hasMore, loadingMore, more } = list;
  // the units of a region are few hundreds at most; the search needs all of them
  useEffect(() => {
    if (hasMore && !loadingMore) more();
  }, [hasMore, loadingMore, more]);
  const leads = (task.data?.leadUnits ?? []).flatMap((unit) => (unit.id === null ? [] : [unit.id]));
  const choices = unitChoices({ units: list.items, current, leads, word });
  if (list.state === 'error') return <ErrorState error={list.error} onRetry={list.reload} />;
  if (list.state === 'loading') return <Skeleton cards={1} />;
  return (
    <View className="mt">
      <SearchBar value={word} onChange={setWord} placeholder="查找单位，如“教育”" />
      <View className="mt-s">
        {choices.map((unit) => (
          <Tap key={unit.id} className="list-row" onTap={() => onPick(unit)}>
            <View className="grow">
              <View>{unit.name}</View>
              {unit.note && <View className="t-note">{unit.note}</View>}
            </View>
            <Icon name="next" className="list-row__arrow" />
          </Tap>
        ))}
        {choices.length === 0 && <View className="t-note t-center mt">没有名称含“{word.trim()}”的单位</View>}
      </View>
    </View>
  );
}
