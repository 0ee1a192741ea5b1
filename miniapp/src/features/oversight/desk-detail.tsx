import type { InboxTab } from '@sunledger/shared-types';
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui';
import type { Chosen } from './use-desk';

// read only where there is room for it: phones never load the right half of the desk
const DeskPane = lazy(() => import('./desk-pane'));

/** What is chosen on the desk, ready to be worked on beside the list. */
export function DeskDetail(props: { chosen: Chosen; tab: InboxTab; onDone: () => void }) {
  return (
    <Suspense fallback={<Skeleton />}>
      <DeskPane {...props} />
    </Suspense>
  );
}
