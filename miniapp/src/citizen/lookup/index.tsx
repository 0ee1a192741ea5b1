import { LookUp } from '../../features/message/look-up';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function LookUpPage() {
  const { number } = useParams('lookup');
  return (
    <Page title="查办理进度">
      <LookUp number={number ?? ''} />
    </Page>
  );
}
