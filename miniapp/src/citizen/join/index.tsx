import { JoinUnit } from '../../features/account/join-unit';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function JoinPage() {
  const { code } = useParams('join');
  return (
    <Page title="加入单位">
      <JoinUnit given={code ?? ''} />
    </Page>
  );
}
