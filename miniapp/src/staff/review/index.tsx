import { ReviewMessage } from '../../features/reply/review-message';
import { WorkPage } from '../../features/reply/work-page';
import { back, idOf, useParams, useWide } from '../../platform';

export default function ReviewPage() {
  const id = idOf(useParams('review').id);
  const wide = useWide();
  return (
    <ReviewMessage
      id={id}
      columns={wide}
      onDone={back}
      frame={(parts) => <WorkPage title="审核答复" {...parts} />}
    />
  );
}
