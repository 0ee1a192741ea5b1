import { Segmented } from '../../ui';
import { periods, periodWords, type BoardPeriod } from './board-words';

interface PeriodChoiceProps {
  value: BoardPeriod;
  onChange: (period: BoardPeriod) => void;
}

/** 本周, 本月, 本季, 全年. */
export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  return (
    <Segmented
      label="时间"
      value={value}
      onChange={onChange}
      options={periods.map((each) => ({ value: each, label: periodWords[each] }))}
    />
  );
}
