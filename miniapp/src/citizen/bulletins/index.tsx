import { PublicBulletins } from '../../features/bulletin/public-bulletins';
import { RegionGate } from '../../features/region/region-gate';
import { useParams, useSession, useShareCard } from '../../platform';
import { Page } from '../../ui';

export default function BulletinsPage() {
  const asked = useParams('bulletins').region;
  const here = useSession((state) => state.regionCode);
  useShareCard('政务公开通报与开放数据', 'bulletins', { region: asked ?? here });
  return (
    <RegionGate asked={asked} frame={(content) => <Page title="通报与开放数据">{content}</Page>}>
      {(code) => <PublicBulletins key={code} code={code} />}
    </RegionGate>
  );
}
