import { AnswerScan } from '../../features/account/answer-scan';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function ScanPage() {
  const { scene } = useParams('scan');
  return (
    <Page title="电脑登录">
      <AnswerScan given={scene ?? null} />
    </Page>
  );
}
