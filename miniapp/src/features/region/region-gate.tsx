import type { ReactNode } from 'react';
import { open } from '../../platform';
import { Empty, ErrorState, Skeleton } from '../../ui';
import { useRegionCode } from './use-region';

interface RegionGateProps {
  children: (code: string) => ReactNode;
  /** The region a shared address names. */
  asked?: string;
  /** The page around what is shown while the region is not known yet. */
  frame: (content: ReactNode) => ReactNode;
}

/** Shows its children once it is known which region the app looks at. */
export function RegionGate({ asked, children, frame }: RegionGateProps) {
  const { code, list } = useRegionCode(asked);
  if (code !== '') return <>{children(code)}</>;
  if (list.error) return <>{frame(<ErrorState error={list.error} onRetry={list.refetch} />)}</>;
  if (!list.data) return <>{frame(<Skeleton />)}</>;
  return (
    <>
      {frame(
        <Empty
          title="还没有开通的地区"
          text="地区开通并发布工作要点后，就可以在这里查看。"
          icon="pin"
          action={{ text: '选择地区', onTap: () => open('regions') }}
        />,
      )}
    </>
  );
}
