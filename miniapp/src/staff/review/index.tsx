import { ReviewMessage } from '../../features/reply/review-message';
import { leaveWork, WorkPage } from '../../features/reply/work-page';
import { idOf, useParams, useWide } from '../../platform';

export default function ReviewPage() {
  const id = idOf(useParams('review').id);
  const wide = useWide();
  return (
    <ReviewMessage
      id={id}
      columns={wide}
      onDone={leaveWork}
      frame={(parts) => <WorkPage title="审核答复" {...parts} />}
    />
  );
}
