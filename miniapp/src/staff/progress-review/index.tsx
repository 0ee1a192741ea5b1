import { ReviewProgress } from '../../features/progress/review-progress';
import { back, idOf, useParams } from '../../platform';
import { Page } from '../../ui';

export default function ProgressReviewPage() {
  const id = idOf(useParams('progressReview').id);
  return (
    <ReviewProgress
      id={id}
      onDone={back}
      frame={({ body, foot, reload }) => (
        <Page title="审核进展" onRefresh={reload} foot={foot ?? undefined}>
          {body}
        </Page>
      )}
    />
  );
}
