import { AnchorsDesk } from '../../features/anchor/anchors-desk';
import { RegionGate } from '../../features/region/region-gate';
import { Page } from '../../ui';

export default function AnchorsPage() {
  return (
    <RegionGate frame={(content) => <Page title="每日存证">{content}</Page>}>
      {(code) => <AnchorsDesk key={code} code={code} />}
    </RegionGate>
  );
}
