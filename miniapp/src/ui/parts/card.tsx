import type { ReactNode } from 'react';
import { Tap, Text, View } from '../primitives/primitives';
import { Icon } from './icon';
import type { Tone } from './tone';

interface CardProps {
  title?: ReactNode;
  /** Small words at the right of the title. */
  note?: ReactNode;
  /** A way on at the right of the title: 全部 ›. */
  more?: { text: string; onTap: () => void };
  /** A coloured edge at the left; say the same in words inside. */
  edge?: Tone;
  ground?: 'card' | 'brand';
  /** Makes the whole card one button; then nothing inside may be tappable. */
  onTap?: () => void;
  label?: string;
  selected?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
}

export function Card(props: CardProps) {
  const { title, note, more, edge, ground = 'card', onTap, label, selected, id, className, children } = props;
  const classes = [
    'card',
    ground === 'brand' ? 'card--brand' : '',
    edge ? 'card--edge' : '',
    onTap ? 'card--tap' : '',
    selected ? 'card--selected' : '',
    className ?? '',
  ];
  const name = classes.filter(Boolean).join(' ');
  const inside = (
    <>
      {edge && <View className={`card__edge tone-${edge} tone-bg`} />}
      {(title !== undefined || more || note !== undefined) && (
        <View className="card__head">
          <View as="h2" className="card__title t-head">
            {title}
          </View>
          {note !== undefined && <Text className="t-note">{note}</Text>}
          {more && (
            <Tap className="card__more" onTap={more.onTap}>
              <Text>{more.text}</Text>
              <Icon name="next" />
            </Tap>
          )}
        </View>
      )}
      {children}
    </>
  );
  if (onTap) {
    return (
      <Tap className={name} id={id} onTap={onTap} label={label} selected={selected}>
        {inside}
      </Tap>
    );
  }
  return (
    <View as="section" className={name} id={id} label={label}>
      {inside}
    </View>
  );
}

/** Children under one another with hairlines between. */
export function Items({ children, className }: { children: ReactNode; className?: string }) {
  return <View className={className ? `items ${className}` : 'items'}>{children}</View>;
}

/** One tappable entry of <Items>, free inside. */
export function Item({ onTap, label, children }: { onTap: () => void; label?: string; children: ReactNode }) {
  return (
    <Tap className="item-tap" onTap={onTap} label={label}>
      {children}
    </Tap>
  );
}
