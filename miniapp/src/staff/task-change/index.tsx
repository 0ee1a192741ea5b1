import { ReviewChange } from '../../features/ledger/review-change';
import { idOf, useParams } from '../../platform';

export default function TaskChangePage() {
  return <ReviewChange id={idOf(useParams('taskChange').id)} />;
}
