import { ReviewChange } from '../../features/ledger/review-change';
import { leaveWork } from '../../features/reply/work-page';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function TaskChangePage() {
  const id = idOf(useParams('taskChange').id);
  return (
    <ReviewChange
      id={id}
      onDone={leaveWork}
      frame={({ body, foot, reload }) => (
        <Page title="审核修改" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
