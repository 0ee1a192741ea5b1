import { ScrollRow, Tap, Text, View } from '../primitives/primitives';

export interface Option<V extends string> {
  value: V;
  label: string;
  count?: number;
}

interface SegmentedProps<V extends string> {
  options: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
  /** What is being chosen, for screen readers. */
  label: string;
}

/** Two to five parts of one screen. More, or long words: <Filters>. */
export function Segmented<V extends string>({ options, value, onChange, label }: SegmentedProps<V>) {
  return (
    <ScrollRow>
      <View className="seg" role="tablist" label={label}>
        {options.map((option) => (
          <Tap
            key={option.value}
            role="tab"
            className={option.value === value ? 'seg__item seg__item--on' : 'seg__item'}
            selected={option.value === value}
            onTap={() => onChange(option.value)}
          >
            <Text>{option.count === undefined ? option.label : `${option.label} ${option.count}`}</Text>
          </Tap>
        ))}
      </View>
    </ScrollRow>
  );
}

interface FiltersProps<V extends string> extends Omit<SegmentedProps<V>, 'value'> {
  value: V | '';
}

/** A row of pills that scrolls sideways; one is on. */
export function Filters<V extends string>({ options, value, onChange, label }: FiltersProps<V>) {
  return (
    <ScrollRow>
      <View className="filters" role="group" label={label}>
        {options.map((option) => (
          <Tap
            key={option.value}
            className={option.value === value ? 'filters__item filters__item--on' : 'filters__item'}
            selected={option.value === value}
            onTap={() => onChange(option.value)}
          >
            <Text>{option.label}</Text>
            {option.count !== undefined && <Text className="filters__count">{option.count}</Text>}
          </Tap>
        ))}
      </View>
    </ScrollRow>
  );
}
