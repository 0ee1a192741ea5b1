import { messageKinds, messageKindWords, unitEndpoints, type MessageKind } from '@sunledger/shared-types';
import { useCall } from '../../platform';
import { Filters, Notice, SearchBar, TextLink, View } from '../../ui';
import { ChoicePill } from '../task/choice-pill';
import './search.scss';

export interface AnswerFilters {
  kind: MessageKind | 'all';
  unit: number;
  task: number;
  q: string;
}

interface AnswersBarProps {
  region: string;
  filters: AnswerFilters;
  onChange: (part: Partial<AnswerFilters>) => void;
}

/** Search word, kind and unit of the public answers; and the task, when the list was opened from one. */
export function AnswersBar({ region, filters, onChange }: AnswersBarProps) {
  const units = useCall(unitEndpoints.list, { code: region, limit: 100 }, { staleMs: 10 * 60_000 });
  return (
    <>
      <SearchBar value={filters.q} onChange={(q) => onChange({ q })} placeholder="在答复里找，如“社保”" />
      <View className="answers-kinds">
        <Filters
          label="按类型筛选"
          value={filters.kind}
          onChange={(kind) => onChange({ kind })}
          options={[
            { value: 'all', label: '全部' },
            ...messageKinds.map((value) => ({ value, label: messageKindWords[value] })),
          ]}
        />
      </View>
      <View className="answers-pills">
        <ChoicePill
          title="单位"
          value={filters.unit}
          fallback="所选单位"
          onChange={(unit) => onChange({ unit })}
          choices={[
            { value: 0, label: '全部单位' },
            ...(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {filters.task > 0 && <TextLink onTap={() => onChange({ task: 0 })}>不限任务</TextLink>}
      </View>
      {filters.task > 0 && (
        <View className="answers-note">
          <Notice>只显示对一项任务的留言</Notice>
        </View>
      )}
    </>
  );
}
