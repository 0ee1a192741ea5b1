import type { ReactNode } from 'react';
import { Tap, Text, View } from '../primitives/primitives';
import { Icon, type IconName } from './icon';

interface ListRowProps {
  title: ReactNode;
  note?: ReactNode;
  value?: ReactNode;
  icon?: IconName;
  onTap?: () => void;
  label?: string;
}

/** A row of a menu or of settings. Put several into a <Card>. */
export function ListRow({ title, note, value, icon, onTap, label }: ListRowProps) {
  const inside = (
    <>
      {icon && (
        <View className="list-row__lead">
          <Icon name={icon} />
        </View>
      )}
      <View className="grow">
        <View>{title}</View>
        {note !== undefined && <View className="t-note">{note}</View>}
      </View>
      {value !== undefined && <View className="list-row__value">{value}</View>}
      {onTap && <Icon name="next" className="list-row__arrow" />}
    </>
  );
  if (!onTap) return <View className="list-row">{inside}</View>;
  return (
    <Tap className="list-row" onTap={onTap} label={label}>
      {inside}
    </Tap>
  );
}

/** Label above value, several under one another: 牵头单位, 责任单位, 完成时限. Empty values are left out. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  const given = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== '');
  return (
    <View className="facts">
      {given.map((item) => (
        <View key={item.label}>
          <View className="facts__label">{item.label}</View>
          <View>{item.value}</View>
        </View>
      ))}
    </View>
  );
}

interface FigureProps {
  value: ReactNode;
  /** Usually a <Chip> or words. */
  children: ReactNode;
  onTap?: () => void;
  label?: string;
}

/** A number and what it counts; with onTap it opens what is behind it. */
export function Figure({ value, children, onTap, label }: FigureProps) {
  const inside = (
    <>
      <View className="figure__value">
        <Text>{value}</Text>
      </View>
      <View>{children}</View>
    </>
  );
  if (!onTap) return <View className="figure">{inside}</View>;
  return (
    <Tap className="figure" onTap={onTap} label={label}>
      {inside}
    </Tap>
  );
}
