import type { ReactNode } from 'react';
import { useWide } from '../../platform';
import { Empty } from '../parts/states';
import { View } from '../primitives/primitives';

interface SplitViewProps {
  list: ReactNode;
  /** The selected thing, or null when nothing is. Not rendered on narrow screens. */
  detail: ReactNode | null;
  /** “在左侧选择一项任务”. */
  hint: string;
}

/** List left, detail right from 900 px on; only the list below. The page needs `width="split"`. */
export function SplitView({ list, detail, hint }: SplitViewProps) {
  const wide = useWide();
  if (!wide) return <>{list}</>;
  return (
    <View className="split">
      <View as="section" className="split__list">
        {list}
      </View>
      <View as="section" className="split__detail" live="polite">
        <View className="split__in">{detail ?? <Empty title={hint} icon="tasks" />}</View>
      </View>
    </View>
  );
}
