import { supervisionLists, type SupervisionList } from '@sunledger/shared-types';
import { SupervisionListPage } from '../../features/supervision/supervision-list';
import { idOf, useParams } from '../../platform';

const isList = (text: string | undefined): text is SupervisionList =>
  (supervisionLists as readonly string[]).includes(text ?? '');

export default function SupervisionsPage() {
  const { list, unit } = useParams('supervisions');
  return <SupervisionListPage list={isList(list) ? list : 'all'} unit={idOf(unit)} />;
}
