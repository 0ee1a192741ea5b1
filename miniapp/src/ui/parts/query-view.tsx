import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './states';

interface QueryViewProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
  loading?: ReactNode;
}

/** Loading, error, or the content. What was read once stays on screen while it is read again. */
export function QueryView<T>({ query, children, loading }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} onRetry={() => Promise.resolve(query.refetch())} />;
  return <>{loading ?? <Skeleton />}</>;
}
