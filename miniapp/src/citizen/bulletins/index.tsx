import { PublicBulletins } from '../../features/bulletin/public-bulletins';
import { RegionGate } from '../../features/region/region-gate';
import { Page } from '../../ui';

export default function BulletinsPage() {
  return (
    <RegionGate frame={(content) => <Page title="通报与开放数据">{content}</Page>}>
      {(code) => <PublicBulletins key={code} code={code} />}
    </RegionGate>
  );
}
