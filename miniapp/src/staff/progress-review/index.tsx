import { ReviewProgress } from '../../features/progress/review-progress';
import { leaveWork } from '../../features/reply/work-page';
import { idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function ProgressReviewPage() {
  const id = idOf(useParams('progressReview').id);
  return (
    <ReviewProgress
      id={id}
      onDone={leaveWork}
      frame={({ body, foot, reload }) => (
        <Page title="审核进展" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
