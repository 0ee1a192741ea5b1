import { Input, Tap, Text, View } from '../primitives/primitives';
import { Icon } from './icon';

interface SearchBarProps {
  value: string;
  onChange: (value: string) => void;
  onConfirm?: () => void;
  placeholder: string;
  focus?: boolean;
}

export function SearchBar({ value, onChange, onConfirm, placeholder, focus }: SearchBarProps) {
  return (
    <View className="search" role="search">
      <Icon name="search" />
      <Input
        className="search__input"
        kind="search"
        value={value}
        onInput={onChange}
        onConfirm={onConfirm}
        label={placeholder}
        placeholder={placeholder}
        maxLength={50}
        focus={focus}
      />
      {value !== '' && (
        <Tap className="search__clear" onTap={() => onChange('')} label="清除搜索词">
          <Icon name="close" />
        </Tap>
      )}
    </View>
  );
}

/** Looks like the search bar and opens the search page. */
export function SearchLink({ onTap, placeholder }: { onTap: () => void; placeholder: string }) {
  return (
    <Tap className="search" onTap={onTap} label={`搜索。${placeholder}`}>
      <Icon name="search" />
      <Text className="search__hint">{placeholder}</Text>
    </Tap>
  );
}
