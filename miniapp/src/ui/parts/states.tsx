import type { ReactNode } from 'react';
import { ApiError, errorMessage } from '../../platform';
import { Text, View } from '../primitives/primitives';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import type { Tone } from './tone';

interface EmptyProps {
  title: string;
  text?: string;
  icon?: IconName;
  action?: { text: string; onTap: () => void };
}

/** Nothing here, and what one can do about it. */
export function Empty({ title, text, icon = 'file', action }: EmptyProps) {
  return (
    <View className="state">
      <View className="state__art" silent>
        <Icon name={icon} />
      </View>
      <View className="t-strong">{title}</View>
      {text && <View className="state__text">{text}</View>}
      {action && (
        <View className="state__action">
          <Button kind="ghost" inline onTap={action.onTap}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  );
}

/** A call failed: why, in plain words, and another try (not offered where it cannot help). */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const gone = error instanceof ApiError && (error.status === 404 || error.status === 403);
  return (
    <View className="state" role="alert">
      <View className="state__art" silent>
        <Icon name={gone ? 'search' : 'warn'} />
      </View>
      <View className="t-strong">{gone ? '看不到这项内容' : '没有读到内容'}</View>
      <View className="state__text">{errorMessage(error)}</View>
      {onRetry && !gone && (
        <View className="state__action">
          <Button kind="ghost" inline icon="refresh" onTap={onRetry}>
            重新加载
          </Button>
        </View>
      )}
    </View>
  );
}

const widths = ['62%', '94%', '80%'];

/** The shape of what is coming. */
export function Skeleton({ cards = 3 }: { cards?: number }) {
  return (
    <View live="polite" label="正在加载">
      {Array.from({ length: cards }, (_, card) => (
        <View key={card} className={card > 0 ? 'card mt' : 'card'} silent>
          {widths.map((width) => (
            <View key={width} className="bone" style={{ width }} />
          ))}
        </View>
      ))}
    </View>
  );
}

/** A line that has to be seen: “紧急情况请先拨打 110、119、120”. */
export function Notice({
  tone = 'grey',
  icon = 'info',
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <View className={`notice tone-${tone}`} role={tone === 'late' ? 'alert' : 'note'}>
      <Icon name={icon} className="notice__icon" />
      <View className="grow">
        <Text>{children}</Text>
      </View>
    </View>
  );
}
