import { CheckImport } from '../../features/plan-import/check-import';
import { idOf, useParams } from '../../platform';

export default function ImportCheckPage() {
  return <CheckImport id={idOf(useParams('importCheck').id)} />;
}
