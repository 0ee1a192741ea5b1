import { Fragment, type ReactNode } from 'react';
import { errorMessage, useReachBottom, type Keyset } from '../../platform';
import { Sentinel } from '../primitives/sentinel';
import { Text, View } from '../primitives/primitives';
import { Button } from './button';
import { Empty, ErrorState, Skeleton } from './states';

interface KeysetListProps<T> extends Keyset<T> {
  itemKey: (item: T) => string | number;
  renderItem: (item: T, index: number) => ReactNode;
  /** What to say when there is nothing. */
  empty: ReactNode;
  /** “共 46 项” style end line; a plain one unless told. */
  end?: string;
  className?: string;
}

/** A list that reads on by itself near its end: `<KeysetList {...useKeyset(…)} itemKey renderItem empty />`. */
export function KeysetList<T>(props: KeysetListProps<T>) {
  const {
    items,
    state,
    error,
    hasMore,
    loadingMore,
    moreError,
    more,
    reload,
    itemKey,
    renderItem,
    empty,
    end,
    className,
  } = props;
  useReachBottom(() => more());
  if (state === 'loading') return <Skeleton />;
  if (state === 'error') return <ErrorState error={error} onRetry={reload} />;
  if (items.length === 0) return typeof empty === 'string' ? <Empty title={empty} /> : <>{empty}</>;
  return (
    <View>
      <View className={className ?? 'stack'}>
        {items.map((item, index) => (
          <Fragment key={itemKey(item)}>{renderItem(item, index)}</Fragment>
        ))}
      </View>
      {moreError !== null && moreError !== undefined && (
        <View className="list-end t-late">{errorMessage(moreError)}</View>
      )}
      {hasMore ? (
        <View className="list-end">
          <Sentinel onSight={more} />
          <Button kind="plain" inline busy={loadingMore} onTap={more}>
            加载更多
          </Button>
        </View>
      ) : (
        items.length > 5 && (
          <View className="list-end">
            <Text>{end ?? '没有更多了'}</Text>
          </View>
        )
      )}
    </View>
  );
}
