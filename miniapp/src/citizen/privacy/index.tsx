import { PrivacyGuideView } from '../../features/privacy/privacy-guide';
import { RegionGate } from '../../features/region/region-gate';
import { useParams } from '../../platform';
import { Page } from '../../ui';

export default function PrivacyPage() {
  const { region } = useParams('privacy');
  return (
    <RegionGate asked={region} frame={(content) => <Page title="隐私说明">{content}</Page>}>
      {(code) => <PrivacyGuideView key={code} code={code} />}
    </RegionGate>
  );
}
