import { useState } from 'react';
import { Icon, SearchBar, Sheet, Tap, Text, View } from '../../ui';
import './task.scss';

export interface PillChoice {
  value: number;
  label: string;
  note?: string;
}

interface ChoicePillProps {
  /** What is chosen: 年份, 单位. */
  title: string;
  value: number;
  choices: readonly PillChoice[];
  onChange: (value: number) => void;
  /** Shown for a value that is not among the choices (they may still be on their way). */
  fallback?: string;
}

/** From this many choices on, the sheet can be searched. */
const searchableFrom = 12;

/** A filter that says what it is set to and opens its choices; 0 is “all”. */
export function ChoicePill({ title, value, choices, onChange, fallback }: ChoicePillProps) {
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const shown = choices.find((choice) => choice.value === value)?.label ?? fallback ?? title;
  const found = word.trim() === '' ? choices : choices.filter((choice) => choice.label.includes(word.trim()));
  const close = (): void => {
    setOpen(false);
    setWord('');
  };
  return (
    <View className="pill-box">
      <Tap
        className={value > 0 ? 'pill pill--on' : 'pill'}
        onTap={() => setOpen(true)}
        expanded={open}
        label={`${title}：${shown}`}
      >
        <Text className="pill__word">{shown}</Text>
        <Icon name="down" className="pill__arrow" />
      </Tap>
      <Sheet open={open} title={`选择${title}`} onClose={close}>
        {choices.length >= searchableFrom && (
          <View className="pill__search">
            <SearchBar value={word} onChange={setWord} placeholder={`查找${title}`} />
          </View>
        )}
        <View role="radiogroup" label={title}>
          {found.map((choice) => (
            <Tap
              key={choice.value}
              role="radio"
              className="list-row"
              checked={choice.value === value}
              onTap={() => {
                onChange(choice.value);
                close();
              }}
            >
              <View className="grow">
                <View className={choice.value === value ? 't-strong t-brand' : ''}>{choice.label}</View>
                {choice.note && <View className="t-note">{choice.note}</View>}
              </View>
              {choice.value === value && <Icon name="check" className="t-brand" />}
            </Tap>
          ))}
        </View>
        {found.length === 0 && (
          <View className="t-note t-center mt">
            没有名称含“{word.trim()}”的{title}
          </View>
        )}
      </Sheet>
    </View>
  );
}
