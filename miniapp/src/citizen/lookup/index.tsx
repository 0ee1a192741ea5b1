import { LookUp } from '../../features/message/look-up';
import { useParams, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function LookUpPage() {
  const { number } = useParams('lookup');
  // somebody else's number is nobody's business
  useShareCard('查留言办理进度：凭编号和查询码，不用登录', 'lookup');
  return (
    <Page title="查办理进度">
      <LookUp number={number ?? ''} />
    </Page>
  );
}
