import { SupervisionPage } from '../../features/supervision/supervision-page';
import { idOf, useParams } from '../../platform';

export default function SupervisionOfId() {
  return <SupervisionPage id={idOf(useParams('supervision').id)} />;
}
