import type { ReactNode } from 'react';
import { open } from '../../platform';
import { Empty, ErrorState, Skeleton } from '../../ui';
import { useRegionCode } from './use-region';

/** Shows its children once it is known which region the app looks at. */
export function RegionGate({ children }: { children: (code: string) => ReactNode }) {
  const { code, list } = useRegionCode();
  if (code !== '') return <>{children(code)}</>;
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Skeleton />;
  return (
    <Empty
      title="还没有开通的地区"
      text="地区开通并发布工作要点后，就可以在这里查看。"
      icon="pin"
      action={{ text: '选择地区', onTap: () => open('regions') }}
    />
  );
}
