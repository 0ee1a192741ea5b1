import { unitEndpoints, type Unit } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { useKeyset, useSession } from '../../platform';
import { Check, Chip, ErrorState, SearchBar, Skeleton, Text, View } from '../../ui';
import './ledger.scss';

export type PickedUnit = Pick<Unit, 'id' | 'name'>;

interface UnitPickerProps {
  label: string;
  picked: readonly PickedUnit[];
  onChange: (picked: PickedUnit[]) => void;
}

/** Several units of the region, collective ones among them, found by name or alias. */
export function UnitPicker({ label, picked, onChange }: UnitPickerProps) {
  const code = useSession((state) => state.regionCode);
  const [word, setWord] = useState('');
  const list = useKeyset(unitEndpoints.list, { code, limit: 100 });
  const { hasMore, loadingMore, more } = list;
  // the units of a region are few hundreds at most; the search needs all of them
  useEffect(() => {
    if (hasMore && !loadingMore) more();
  }, [hasMore, loadingMore, more]);
  if (list.state === 'error') return <ErrorState error={list.error} onRetry={list.reload} />;
  if (list.state === 'loading') return <Skeleton cards={1} />;
  const wanted = word.trim();
  const shown = list.items.filter(
    (unit) => wanted === '' || [unit.name, ...unit.aliases].some((name) => name.includes(wanted)),
  );
  const has = (id: number): boolean => picked.some((unit) => unit.id === id);
  const toggle = ({ id, name }: PickedUnit): void =>
    onChange(has(id) ? picked.filter((unit) => unit.id !== id) : [...picked, { id, name }]);
  return (
    <View role="group" label={label}>
      <View className="row row--wrap">
        <Text className="t-strong">{label}</Text>
        {picked.map((unit) => (
          <Chip key={unit.id} tone="going">
            {unit.name}
          </Chip>
        ))}
      </View>
      <SearchBar value={word} onChange={setWord} placeholder={`查找${label}，如“教育”`} />
      <View className="unit-picks">
        {shown.map((unit) => (
          <Check
            key={unit.id}
            title={unit.name}
            note={unit.kind === 'collective' ? `含 ${unit.members.length} 家成员单位` : unit.aliases[0]}
            checked={has(unit.id)}
            onChange={() => toggle(unit)}
          />
        ))}
        {shown.length === 0 && <View className="t-note t-center mt">没有名称含“{wanted}”的单位</View>}
      </View>
    </View>
  );
}
