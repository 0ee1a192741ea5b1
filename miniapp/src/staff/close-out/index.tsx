import { CloseOutDesk } from '../../features/progress/close-out-desk';
import { idOf, useParams } from '../../platform';

export default function CloseOutPage() {
  return <CloseOutDesk id={idOf(useParams('closeOut').id)} />;
}
