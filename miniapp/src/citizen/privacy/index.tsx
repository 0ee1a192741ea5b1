import { PrivacyGuideView } from '../../features/privacy/privacy-guide';
import { RegionGate } from '../../features/region/region-gate';
import { useParams, useSession, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function PrivacyPage() {
  const { region } = useParams('privacy');
  const here = useSession((state) => state.regionCode);
  useShareCard('隐私说明：收集什么、为什么、存多久', 'privacy', { region: region ?? here });
  return (
    <RegionGate asked={region} frame={(content) => <Page title="隐私说明">{content}</Page>}>
      {(code) => <PrivacyGuideView key={code} code={code} />}
    </RegionGate>
  );
}
