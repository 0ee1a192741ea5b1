import {
  lights,
  lightWords,
  type Light,
  type LightCounts,
  type PlanRow,
  type Unit,
} from '@sunledger/shared-types';
import { Filters, SearchBar, shapeOf, View, type Option } from '../../ui';
import { ChoicePill } from './choice-pill';
import type { LedgerFilters } from './ledger-filters';
import { totalOf } from './light-parts';
import './task.scss';

interface LedgerBarProps {
  filters: LedgerFilters;
  onChange: (part: Partial<LedgerFilters>) => void;
  /** The plan that is shown, 0 for every year, -1 while that is not known. */
  plan: number;
  plans: readonly PlanRow[];
  units: readonly Unit[];
  /** Null where the counts of the filtered list are not known. */
  counts: LightCounts | null;
}

/** What is late first, what is finished last. */
const chipOrder: readonly Light[] = [
  'overdue',
  'dueSoon',
  'stale',
  'notStarted',
  'onTrack',
  'doneLate',
  'done',
];

function lightOptions(counts: LightCounts | null, chosen: Light | ''): Option<Light | 'all'>[] {
  const shown = chipOrder.filter((light) => counts === null || counts[light] > 0 || light === chosen);
  const ordered = lights.length === shown.length ? chipOrder : shown;
  return [
    { value: 'all', label: '全部', ...(counts ? { count: totalOf(counts) } : {}) },
    ...ordered.map((light) => ({
      value: light,
      label: `${shapeOf(light)} ${lightWords[light].word}`,
      ...(counts ? { count: counts[light] } : {}),
    })),
  ];
}

/** Search word, lights with their counts, year and unit. */
export function LedgerBar({ filters, onChange, plan, plans, units, counts }: LedgerBarProps) {
  return (
    <View className="ledger-bar">
      <SearchBar value={filters.q} onChange={(q) => onChange({ q })} placeholder="搜索任务，如“补贴”“招生”" />
      <View className="ledger-bar__lights">
        <Filters
          label="按状态筛选"
          options={lightOptions(counts, filters.light)}
          value={filters.light || 'all'}
          onChange={(light) => onChange({ light: light === 'all' ? '' : light })}
        />
      </View>
      <View className="ledger-bar__pills">
        <ChoicePill
          title="年份"
          value={plan}
          fallback="年份"
          onChange={(value) => onChange({ plan: value })}
          choices={[
            ...plans.map((row) => ({
              value: row.id,
              label: `${row.year}年`,
              note: `${row.taskCount} 项任务`,
            })),
            { value: 0, label: '全部年份' },
          ]}
        />
        <ChoicePill
          title="单位"
          value={filters.unit}
          fallback="所选单位"
          onChange={(unit) => onChange({ unit })}
          choices={[
            { value: 0, label: '全部单位' },
            ...units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </View>
    </View>
  );
}
